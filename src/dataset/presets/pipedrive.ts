import type {Preset} from './preset.js';

/** Pipedrive: exports of its lists (`Deal - Title`) and records of its API. */
export const pipedrive: Preset = {
  signs: `
stageHistory: itemid fieldkey newvalue
deals: dealtitle dealvalue, dealtitle dealstage, dealtitle dealowner, wontime losttime, addtime stageid orgid
leads: leadtitle leadowner, leadtitle leadlabels, leadtitle leadvalue, addtime labelids
activities: activitysubject activityduedate, activitysubject activitytype, duedate markedasdonetime`,
  aliases: `
ownerId: owner ownername userid
repIds: assignedtouser assignedtousername ownername userid
customerId: organization orgname orgid
currency: currencyofvalue
stage: stage newvalue stageid
createdAt: creationdate created dealcreated leadcreated addtime
closedAt: wontime+losttime+closedon+closetime
source: sourcechannel sourcename
dealId: itemid
status: done
at: logtime markedasdonetime+duedate`
};
