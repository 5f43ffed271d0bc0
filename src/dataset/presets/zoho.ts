import type {Preset} from './preset.js';

/** Zoho CRM: exports of its modules. A record's owner stands there by id and by name; the name is what readers know. */
export const zoho: Preset = {
  signs: `
deals: dealname closingdate, dealownerid dealname, closingdate createdtime
leads: leadowner createdtime, leadownerid
activities: taskowner duedate, callowner callstarttime`,
  aliases: `
id: recordid dealid leadid
ownerId repIds: dealowner leadowner taskowner callowner
customerId: accountname
convertedAt: converteddatetime
direction: calltype
at: callstarttime closedtime+duedate`,
  notes: {closedAt: 'expected-close-date'}
};
