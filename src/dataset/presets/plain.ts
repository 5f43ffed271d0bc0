import type {Preset} from './preset.js';

/**
 * How people and CRM exports name the fields, in several languages. Every preset falls back on it. Only what a field's own name does not
 * give: case, spaces and punctuation never matter, and headers.ts adds the endings of dates (`closed`, `close date`, `closed on`), of ids
 * and names (`owner ID`, `owner`, `owner name`; the id beats the name) and the words that go before (`Deal owner`, `Affärsnamn`).
 */
export const plain: Preset = {
  signs: '',
  aliases: `
id: recordid postid datensatzid
name: title fullname namn titel nombre nom nomdelopportunité navn naam
ownerId repId repIds: owner rep salesrep employee salesagent salesperson salesrepresentative assignedto ägare säljare ansvarig inhaber besitzer propriétaire propriétairedelopportunité propietario eier eigenaar ägaretillaffärsmöjlighet
customerId: account company organization associatedcompany kund företag konto kunde firma unternehmen potenziellerkunde client entreprise nomducompte cliente empresa klant
amount: value closevalue total totalamount belopp värde summa betrag wert montant valeur importe valor beløp beløb bedrag
currency: currencycode currencyisocode valuta währung devise moneda
type: typ
isWon: won
createdAt: create creation engage skapad skapat skapadden skapande erstell erstellungs erstelltam datedecréation fechadecreación opprettet oprettet
closedAt: close closing stängd stängnings avslutad avsluts slut schlusstermin abschluss geschlossenam datedeclôture datedefermeture fechadecierre lukkedato
expectedCloseAt: expectedclose expectedclosing estimatedclose estclose anticipatedclose förväntatavsluts
stage: pipelinestage steg fas säljfas phase étape etapa tostage newstage
source: leadsource originalsource källa leadkälla quelle fuente
product: produkt produit producto
probability: sannolikhet wahrscheinlichkeit probabilité probabilidad sannsynlighet
startedAt activeFrom: start started hire
endedAt activeTo: end ended slut churnedat churndate
from: start date validfrom
to: end
rate: exchangerate
value: target goal
interval: period frequency
at: completedat
canceledAt: cancel cancelled
orderedAt respondedAt: date datum created
region: regionaloffice office territory kontor
team: grupp
manager: chef
category: kategori
dealId: deal opportunity affär`,
  prefixes: `
deals: deal opportunity affärs affär affärsmöjlighets
customers: customer account company kund företag
subscriptions: billing monthly quarterly yearly annual
activities: activity task
surveys: survey response
reps: salesagent salesrep salesperson rep user owner employee säljare`,
  stageDates: [/^engage[ _-]?date$/i, 'Engaging'],
  outcomes: `
won: won closedwon win vundet vunnen vunnet vunna true gewonnen gagné gagnée ganado ganada
lost: lost closedlost closednotwon notwon tapt tabt förlorad förlorat förlorade tappad false verloren perdu perdue perdido perdida
open: open öppen öppet pågående active aktiv inprogress new ny offen ouvert abierto abierta`
};

/** Spellings of yes and no. */
export const flags = `
true: true yes ja 1
false: false no nej 0`;

/** Spellings of what an activity is: done, or still to do. */
export const activityStates = `
done: done completed complete closed true yes 1 klar utförd genomförd
planned: planned open notstarted inprogress scheduled deferred todo false no 0 planerad`;
