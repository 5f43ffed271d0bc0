/*
 * How CRM exports and people name the fields: one line a field, the likeliest header first. Case, spaces and punctuation never matter,
 * so `Close Date`, `close_date` and `closeDate` are one. A field's own name always matches and need not stand here.
 */

/** An id comes before a name: where a file has both, the name stays a segment. */
const rep =
  'ownerid repid salesrepid employeeid owner rep ownername repname salesrep salesagent salesperson salesrepresentative assignedto ägare säljare ansvarig';

/** In every table that has the field. */
export const aliases = `
id: recordid
name: title namn
ownerId: ${rep}
repId: ${rep}
repIds: ${rep}
customerId: accountid companyid organizationid customer account customername accountname company companyname associatedcompany organization kundid kund företag
amount: value closevalue total belopp värde summa
currency: currencycode currencyisocode valuta
type: typ
isWon: won
createdAt: created createddate createdate createdon creationdate engagedate skapad skapaddatum skapat
closedAt: closed closedate closeddate closedon closingdate stängd stängddatum stängningsdatum avslutsdatum avslutad
stage: stagename pipelinestage steg fas säljfas
source: leadsource originalsource källa leadkälla
product: productname produkt
probability: sannolikhet
startedAt: started startdate start startdatum
endedAt: ended enddate end slutdatum
canceledAt: canceled canceldate cancelleddate cancelledat
convertedAt: converted converteddate
disqualifiedAt: disqualified disqualifieddate
firstResponseAt: firstresponse firstresponsedate
orderedAt: date ordered orderedon datum
at: date datum
respondedAt: responded date datum
region: regionaloffice office territory kontor
team: grupp
manager: chef
activeFrom: startdate hiredate startedat startdatum
activeTo: enddate endedat slutdatum
category: kategori
`;

/** In one table only; they beat those above. A table of reps or customers is often keyed by the name under which deals refer to it. */
export const tableAliases: Readonly<Record<string, string>> = {
  reps: `id: userid ownerid employeeid\nname: salesagent salesrep salesperson owner rep fullname säljare`,
  customers: `id: accountid companyid kundid\nname: account customer company kund företag`
};

/** Words that may precede a header of the table: `Deal owner`, `Opportunity ID`, `Affärsnamn`. */
export const prefixes: Readonly<Record<string, string>> = {
  deals: 'deal opportunity affärs affär',
  leads: 'lead',
  customers: 'customer account company kund',
  orders: 'order',
  subscriptions: 'subscription',
  activities: 'activity task',
  costs: 'cost',
  surveys: 'survey response',
  reps: 'rep user',
  targets: 'target'
};

/** Dates that say when a deal came to a stage: header -> stage. They make up the stage history of a file that has none. */
export const stageDates: Readonly<Record<string, string>> = {engagedate: 'Engaging'};

/** Spellings of an outcome, letters and digits only. */
export const outcomes: Readonly<Record<string, string>> = {
  won: 'won closedwon win vunnen vunnet vunna true',
  lost: 'lost closedlost förlorad förlorat förlorade tappad false',
  open: 'open öppen öppet pågående active aktiv inprogress new ny'
};

export const flags: Readonly<Record<string, string>> = {true: 'true yes ja 1', false: 'false no nej 0'};
