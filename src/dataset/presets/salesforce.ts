import type {Preset} from './preset.js';

/** Salesforce: reports as CSV, with their labels, and objects as its data loader and warehouses name them. */
export const salesforce: Preset = {
  signs: `
stageHistory: opportunityid tostage, opportunityname tostage, opportunityid oldvalue newvalue, opportunityname oldvalue newvalue
deals: opportunityname stage, opportunityname opportunityowner, opportunityid opportunityname, stagename closedate, stagename iswon, opportunityownerfullname
leads: leadowner leadstatus createddate, leadid leadowner, leadsource isconverted createddate`,
  aliases: `
id: opportunityid leadid id
ownerId: opportunityowner leadowner opportunityownerfullname ownerfullname
customerId: accountname accountnameaccountname
amount: amount amountconverted
currency: amountcurrency opportunitycurrency amountconvertedcurrency
isClosed: closed
stage: tostage newvalue
repIds: assigned
at: editdate lastmodified lastmodifieddate completeddatetime createddate activitydate date duedate`
};
