/** Signs of several currencies mean the first unless the reporting currency is another of them. */
const signs = new Map([
  ['$', 'USD CAD AUD NZD SGD HKD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY CNY'],
  ['kr', 'SEK NOK DKK ISK']
]);

/** The ISO 4217 code for the sign or code in a text such as `1 234 kr.`; undefined or empty for any other. */
export function currencyOf(text: string, reporting: string | undefined): string | undefined {
  const sign = /[\p{L}\p{Sc}]+/u.exec(text)?.[0] ?? '';
  const codes = signs.get(sign.toLowerCase());
  if (codes) return reporting && codes.includes(reporting) ? reporting : codes.slice(0, 3);
  return sign && Intl.supportedValuesOf('currency').find((code) => code === sign.toUpperCase());
}
