/*
 * How CRM exports and people name the fields, one line for fields of the same names, the likeliest first. Only what a field's own name
 * does not give: case, spaces and punctuation never matter, and headers.ts adds the endings of dates (`closed`, `close date`, `closed on`),
 * of ids and names (`owner ID`, `owner`, `owner name`; the id beats the name) and the words that go before (`Deal owner`).
 */
export const aliases = `
id: recordid
name: title fullname namn
ownerId repId repIds: owner rep salesrep employee salesagent salesperson salesrepresentative assignedto ägare säljare ansvarig
customerId: account company organization associatedcompany kund företag
amount: value closevalue total belopp värde summa
currency: currencycode currencyisocode valuta
type: typ
isWon: won
createdAt: create creation engage skapad skapat
closedAt: close closing stängd stängnings avslutad avsluts
stage: pipelinestage steg fas säljfas
source: leadsource originalsource källa leadkälla
product: produkt
probability: sannolikhet
startedAt activeFrom: start started hire
endedAt activeTo: end ended slut
canceledAt: cancel cancelled
orderedAt respondedAt: date datum
region: regionaloffice office territory kontor
team: grupp
manager: chef
category: kategori`;

/**
 * Words that may go before: `Deal owner`, `Opportunity ID`, `Affärsnamn`. Alone such a word is the name, by which other tables often refer
 * to the row. Of other tables it is their name in the singular.
 */
export const prefixes: Readonly<Record<string, string>> = {
  deals: 'deal opportunity affärs affär',
  customers: 'customer account company kund företag',
  activities: 'activity task',
  surveys: 'survey response',
  reps: 'salesagent salesrep salesperson rep user owner employee säljare'
};

/** Dates that say when a deal came to a stage: header -> stage. They make up the stage history of a file that has none. */
export const stageDates: Readonly<Record<string, string>> = {engagedate: 'Engaging'};

/** Spellings of an outcome, letters and digits only. */
export const outcomes: Readonly<Record<string, string>> = {
  won: 'won closedwon win vunnen vunnet vunna true',
  lost: 'lost closedlost förlorad förlorat förlorade tappad false',
  open: 'open öppen öppet pågående active aktiv inprogress new ny'
};

/** Spellings of yes and no. */
export const flags: Readonly<Record<string, string>> = {true: 'true yes ja 1', false: 'false no nej 0'};
