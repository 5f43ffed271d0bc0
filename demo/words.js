// The page's own words. English stands in the page itself; here are the texts that depend on what is shown, and Swedish.

const many = (n, one, more) => `${n} ${n === '1' ? one : more}`;

const english = {
  language: 'en',
  sample: 'Generated sample data',
  own: 'Your own export',
  asOf: (date) => `as of ${date}`,
  periods: {
    'this-month': 'This month',
    'this-quarter': 'This quarter',
    'last-quarter': 'Last quarter',
    'this-year': 'This year',
    'last-12-months': 'Last 12 months',
    all: 'All time'
  },
  quarter: (quarter, year) => `Q${quarter} ${year}`,
  week: (week, year) => `Week ${week}, ${year}`,
  headings: {
    'order-value': 'Order value',
    'order-count': 'Orders',
    'new-leads': 'New leads',
    'response-time': 'Lead response time'
  },
  overTime: (name) => `${name} over time`,
  by: {
    rep: (name) => `${name} by rep`,
    product: (name) => `${name} by product`,
    source: (name) => `${name} by source`
  },
  allTeams: 'All teams',
  reading: (name) => `Reading ${name} …`,
  oneQuestion: 'One question first',
  couldNotRead: (name) => `${name} could not be read`,
  rowsRead: (table, n) => `${many(n, 'row', 'rows')} read as ${english.tables[table] ?? table}`,
  tablesRead: (tables, n) => `${many(tables, 'table', 'tables')}, ${many(n, 'row', 'rows')} read`,
  noneLeftOut: 'none left out',
  someLeftOut: (n) => `${n} left out`,
  tables: {
    deals: 'deals',
    leads: 'leads',
    customers: 'customers',
    orders: 'orders',
    subscriptions: 'subscriptions',
    activities: 'activities',
    costs: 'costs',
    surveys: 'surveys',
    reps: 'reps',
    targets: 'targets',
    fxRates: 'exchange rates'
  },
  meaning: 'Meaning',
  column: 'Your column',
  fields: {
    id: 'Id',
    name: 'Name',
    ownerId: 'Rep',
    repId: 'Rep',
    customerId: 'Customer',
    amount: 'Amount',
    currency: 'Currency',
    status: 'Status',
    isWon: 'Won or not',
    isClosed: 'Closed or not',
    type: 'Type',
    kind: 'Kind',
    createdAt: 'Created on',
    closedAt: 'Closed on',
    orderedAt: 'Ordered on',
    firstResponseAt: 'First answered on',
    convertedAt: 'Converted on',
    disqualifiedAt: 'Disqualified on',
    expectedCloseAt: 'Expected to close on',
    stage: 'Stage',
    stageHistory: 'When a stage was reached',
    pipeline: 'Pipeline',
    source: 'Source',
    product: 'Product',
    probability: 'Probability'
  },
  segments: 'Kept as they are, to filter and group by:',
  export: (crm, headers) => `Read as an export of ${crm}, by the columns ${headers.map((header) => `“${header}”`).join(' and ')}.`,
  crms: {
    salesforce: 'Salesforce',
    hubspot: 'HubSpot',
    pipedrive: 'Pipedrive',
    dynamics: 'Dynamics 365',
    zoho: 'Zoho CRM',
    nutshell: 'Nutshell'
  },
  notes: {
    'report-lines': (n) => `${many(n, 'line', 'lines')} of title, filters or totals around the table are no rows.`,
    'close-date-on-closing': () => 'In HubSpot the close date is the day a deal was closed, unless someone changed it.',
    'expected-close-date': () => 'Zoho has no date of winning: the expected closing date stands for it.'
  },
  encoding: (name) => `Not UTF-8: read as ${name}, as older versions of Excel write it.`,
  dateOrders: {dmy: 'Dates are read day first, as you said.', mdy: 'Dates are read month first, as you said.'},
  decimals: {',': 'A comma is the decimal sign, as you said.', '.': 'A point is the decimal sign, as you said.'},
  zone: (name) => `Times are those of ${name}, as you said.`,
  otherwise: 'Read them the other way',
  nothingLeftOut: 'Nothing: every row is counted.',
  figuresOwn: 'What a single figure has to leave out stands below that figure.',
  rowsLeftOut: (n, read) => `${n} of ${many(read, 'row', 'rows')}`,
  reason: 'Reason',
  rows: 'Rows',
  row: 'Row',
  value: 'Value',
  firstRows: (n) => `The first ${n}`,
  reasons: {
    'missing-id': 'no id',
    'duplicate-id': 'the same row again',
    'conflicting-id': 'same id, other content',
    'not-a-number': 'not a number',
    'number-out-of-range': 'number too large to be exact',
    'not-a-date': 'not a date',
    'date-out-of-range': 'date outside 1970–2200',
    'date-without-zone': 'time without a zone',
    'unknown-status': 'unknown status',
    'control-character': 'control character',
    'unexpected-value': 'unexpected value',
    'too-few-fields': 'too few fields',
    'too-many-fields': 'too many fields',
    'not-a-row': 'not a row',
    deleted: 'deleted in the CRM',
    'unknown-deal': 'no deal, or several, of that id or name',
    'not-a-stage': 'a change of another field than the stage'
  },
  problems: {
    'too-large': () => 'It is larger than 200 MB. Export fewer rows or columns.',
    'not-a-file': () => 'The browser could not open it. A folder cannot be opened; a file may have been moved.',
    'several-files': () => 'That was more than one file. Open them one at a time.',
    workbook: () => 'It is an Excel workbook. In Excel, save the sheet as “CSV UTF-8” and open that.',
    'not-text': () => 'It is neither CSV nor JSON, whatever its name says. Export the deals as CSV.',
    'empty-answer': () => 'The file is empty.',
    'web-page': () => 'It is a web page, not data: perhaps the sign-in page of the CRM was saved instead of the export.',
    'not-json': ({at}) => `It is not valid JSON from byte ${at} on. It was perhaps cut off: export it again.`,
    'not-a-dataset': () => 'It is JSON, but neither rows nor an object that holds tables such as “deals”.',
    'unclosed-quote': ({at}) => `A quotation mark opened in line ${at} is never closed.`,
    truncated: ({at}) => `It was cut off in line ${at}. Export it again.`,
    'row-count': ({seen}) => `It ends with “${seen}” but has another number of rows. Export it again.`,
    'no-known-columns': ({seen, table}) =>
      `None of its columns tells what a figure about ${english.tables[table] ?? table} needs: dates, amounts, stages or a status. It has ${seen}.`,
    'duplicate-header': ({column}) => `Two of its columns mean the same: ${column}. Rename or remove one.`,
    'ambiguous-date': ({column, seen}) => `In the column ${column} the day or the month may come first: ${seen}. Which is it?`,
    'ambiguous-number': ({column, seen}) => `In the column ${column} the sign may part thousands or decimals: ${seen}. Which is it?`,
    'date-without-zone': ({column, seen}) =>
      `The times in the column ${column} do not say in which time zone they are: ${seen}. Which is it?`
  },
  dayFirst: (date) => `Day first: ${date}`,
  monthFirst: (date) => `Month first: ${date}`,
  thousands: (number) => `Thousands: ${number}`,
  decimal: (number) => `Decimals: ${number}`,
  readAs: {deals: 'A row is a deal', orders: 'A row is an order', leads: 'A row is a lead'},
  nothingShown: 'Nothing is computed from it until that is clear.'
};

const swedish = {
  language: 'sv',
  sample: 'Genererade exempeldata',
  own: 'Din egen export',
  asOf: (date) => `till och med ${date}`,
  periods: {
    'this-month': 'Denna månad',
    'this-quarter': 'Detta kvartal',
    'last-quarter': 'Förra kvartalet',
    'this-year': 'I år',
    'last-12-months': 'Senaste 12 månaderna',
    all: 'Hela tiden'
  },
  quarter: (quarter, year) => `Kv ${quarter} ${year}`,
  week: (week, year) => `Vecka ${week}, ${year}`,
  headings: {
    'order-value': 'Ordervärde',
    'order-count': 'Ordrar',
    'new-leads': 'Nya leads',
    'response-time': 'Svarstid på leads'
  },
  overTime: (name) => `${name} över tid`,
  by: {
    rep: (name) => `${name} per säljare`,
    product: (name) => `${name} per produkt`,
    source: (name) => `${name} per källa`
  },
  allTeams: 'Alla team',
  reading: (name) => `Läser ${name} …`,
  oneQuestion: 'En fråga först',
  couldNotRead: (name) => `${name} gick inte att läsa`,
  rowsRead: (table, n) => `${many(n, 'rad läst', 'rader lästa')} som ${swedish.tables[table] ?? table}`,
  tablesRead: (tables, n) => `${many(tables, 'tabell', 'tabeller')}, ${many(n, 'rad läst', 'rader lästa')}`,
  noneLeftOut: 'ingen utelämnad',
  someLeftOut: (n) => many(n, 'utelämnad', 'utelämnade'),
  tables: {
    deals: 'affärer',
    leads: 'leads',
    customers: 'kunder',
    orders: 'ordrar',
    subscriptions: 'abonnemang',
    activities: 'aktiviteter',
    costs: 'kostnader',
    surveys: 'enkätsvar',
    reps: 'säljare',
    targets: 'mål',
    fxRates: 'växelkurser'
  },
  meaning: 'Betydelse',
  column: 'Din kolumn',
  fields: {
    id: 'Id',
    name: 'Namn',
    ownerId: 'Säljare',
    repId: 'Säljare',
    customerId: 'Kund',
    amount: 'Belopp',
    currency: 'Valuta',
    status: 'Status',
    isWon: 'Vunnen eller inte',
    isClosed: 'Stängd eller inte',
    type: 'Typ',
    kind: 'Slag',
    createdAt: 'Skapad den',
    closedAt: 'Stängd den',
    orderedAt: 'Beställd den',
    firstResponseAt: 'Först besvarad den',
    convertedAt: 'Konverterad den',
    disqualifiedAt: 'Avskriven den',
    expectedCloseAt: 'Väntas stängas',
    stage: 'Fas',
    stageHistory: 'När en fas nåddes',
    pipeline: 'Pipeline',
    source: 'Källa',
    product: 'Produkt',
    probability: 'Sannolikhet'
  },
  segments: 'Behållna som de är, att filtrera och gruppera på:',
  export: (crm, headers) =>
    `Läst som en export från ${crm}, att döma av kolumnerna ${headers.map((header) => `”${header}”`).join(' och ')}.`,
  crms: {
    salesforce: 'Salesforce',
    hubspot: 'HubSpot',
    pipedrive: 'Pipedrive',
    dynamics: 'Dynamics 365',
    zoho: 'Zoho CRM',
    nutshell: 'Nutshell'
  },
  notes: {
    'report-lines': (n) => `${n} rader med rubrik, filter eller summor runt tabellen är inga poster.`,
    'close-date-on-closing': () => 'I HubSpot är stängningsdatum dagen då affären stängdes, om ingen har ändrat det.',
    'expected-close-date': () => 'Zoho har inget vinstdatum: det förväntade slutdatumet får stå för det.'
  },
  encoding: (name) => `Inte UTF-8: läst som ${name}, så som äldre versioner av Excel skriver.`,
  dateOrders: {dmy: 'Datum läses med dagen först, som du sade.', mdy: 'Datum läses med månaden först, som du sade.'},
  decimals: {',': 'Komma är decimaltecken, som du sade.', '.': 'Punkt är decimaltecken, som du sade.'},
  zone: (name) => `Tiderna är de i ${name}, som du angav.`,
  otherwise: 'Läs på andra sättet',
  nothingLeftOut: 'Ingenting: varje rad är räknad.',
  figuresOwn: 'Vad en enskild siffra måste utelämna står under den siffran.',
  rowsLeftOut: (n, read) => `${n} av ${many(read, 'rad', 'rader')}`,
  reason: 'Skäl',
  rows: 'Rader',
  row: 'Rad',
  value: 'Värde',
  firstRows: (n) => `De första ${n}`,
  reasons: {
    'missing-id': 'id saknas',
    'duplicate-id': 'samma rad igen',
    'conflicting-id': 'samma id, annat innehåll',
    'not-a-number': 'inte ett tal',
    'number-out-of-range': 'talet är för stort för att vara exakt',
    'not-a-date': 'inte ett datum',
    'date-out-of-range': 'datum utanför 1970–2200',
    'date-without-zone': 'tid utan tidszon',
    'unknown-status': 'okänd status',
    'control-character': 'styrtecken',
    'unexpected-value': 'oväntat värde',
    'too-few-fields': 'för få fält',
    'too-many-fields': 'för många fält',
    'not-a-row': 'inte en rad',
    deleted: 'raderad i CRM-systemet',
    'unknown-deal': 'ingen affär, eller flera, med det id:t eller namnet',
    'not-a-stage': 'en ändring av ett annat fält än fasen'
  },
  problems: {
    'too-large': () => 'Den är större än 200 MB. Exportera färre rader eller kolumner.',
    'not-a-file': () => 'Webbläsaren kunde inte öppna den. En mapp går inte att öppna; en fil kan ha flyttats.',
    'several-files': () => 'Det var mer än en fil. Öppna dem en i taget.',
    workbook: () => 'Det är en Excel-arbetsbok. Spara bladet som ”CSV UTF-8” i Excel och öppna den filen.',
    'not-text': () => 'Den är varken CSV eller JSON, vad den än heter. Exportera affärerna som CSV.',
    'empty-answer': () => 'Filen är tom.',
    'web-page': () => 'Det är en webbsida, inte data: kanske sparades CRM-systemets inloggningssida i stället för exporten.',
    'not-json': ({at}) => `Det är inte giltig JSON från byte ${at}. Filen är kanske avklippt: exportera den igen.`,
    'not-a-dataset': () => 'Det är JSON, men varken rader eller ett objekt med tabeller som ”deals”.',
    'unclosed-quote': ({at}) => `Ett citattecken som öppnas på rad ${at} stängs aldrig.`,
    truncated: ({at}) => `Den är avklippt på rad ${at}. Exportera den igen.`,
    'row-count': ({seen}) => `Den slutar med ”${seen}” men har ett annat antal rader. Exportera den igen.`,
    'no-known-columns': ({seen, table}) =>
      `Ingen av kolumnerna säger det som siffror om ${swedish.tables[table] ?? table} behöver: datum, belopp, faser eller status. Den har ${seen}.`,
    'duplicate-header': ({column}) => `Två av kolumnerna betyder samma sak: ${column}. Byt namn på en eller ta bort den.`,
    'ambiguous-date': ({column, seen}) => `I kolumnen ${column} kan dagen eller månaden stå först: ${seen}. Vilket är det?`,
    'ambiguous-number': ({column, seen}) => `I kolumnen ${column} kan tecknet skilja tusental eller decimaler: ${seen}. Vilket är det?`,
    'date-without-zone': ({column, seen}) => `Tiderna i kolumnen ${column} säger inte i vilken tidszon de är: ${seen}. Vilken är det?`
  },
  dayFirst: (date) => `Dagen först: ${date}`,
  monthFirst: (date) => `Månaden först: ${date}`,
  thousands: (number) => `Tusental: ${number}`,
  decimal: (number) => `Decimaler: ${number}`,
  readAs: {deals: 'En rad är en affär', orders: 'En rad är en order', leads: 'En rad är ett lead'},
  nothingShown: 'Inget beräknas ur den förrän det är klart.',
  page: {
    title: 'Försäljningsöversikt',
    language: 'Språk',
    scheme: 'Färger',
    auto: 'Auto',
    light: 'Ljus',
    dark: 'Mörk',
    open: 'Öppna din egen export',
    aRowIs: 'En rad är',
    deal: 'en affär',
    order: 'en order',
    lead: 'ett lead',
    stays: 'Den stannar i den här webbläsaren.',
    howRead: 'Hur den lästes',
    back: 'Tillbaka till exemplet',
    period: 'Period',
    keyFigures: 'Nyckeltal',
    charts: 'Över tid, per säljare, per fas',
    recognised: 'Vad som kändes igen',
    leftOut: 'Vad som utelämnades',
    promise:
      'Varje siffra beräknas här, i din webbläsare. En fil du öppnar läses på den här sidan och skickas ingenstans: sidans egen policy låter den inte tala med någon annan adress.',
    dropHint: 'Släpp en CSV- eller JSON-export var som helst på sidan för att öppna den.',
    embed: 'Lägg den på en egen sida',
    team: 'Team',
    linked: 'Klicka på en säljare, en fas eller en månad: de andra siffrorna följer med. Esc visar allt igen.',
    kiosk: 'För kontorets vägg',
    gallery: 'Alla val och lägen',
    drop: 'Släpp exporten för att se dess siffror. Den stannar i den här webbläsaren.'
  }
};

const page = [...document.querySelectorAll('[data-text]')];
const inEnglish = new Map(page.map((element) => [element, element.textContent]));
let current = english;

/** The texts of the language spoken. */
export function words() {
  return current;
}

/** Turns the page, and with it the elements on it, to a language. */
export function speak(language) {
  current = language === 'sv' ? swedish : english;
  document.documentElement.lang = current.language;
  for (const element of page) element.textContent = current.page?.[element.dataset.text] ?? inEnglish.get(element);
  document.title = document.querySelector('h1').textContent;
}

export function count(number) {
  return new Intl.NumberFormat(current.language).format(number);
}
