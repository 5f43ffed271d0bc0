import type {Preset} from './preset.js';

/** Dynamics 365 Sales: views exported to Excel and saved as CSV, and columns by their logical names. */
export const dynamics: Preset = {
  signs: `
deals: donotmodifyopportunity, topic potentialcustomer, topic estrevenue, topic estclosedate, opportunityid statecode, estimatedvalue actualvalue, estimatedclosedate statecode
leads: donotmodifylead, leadid statecode
activities: donotmodifyactivity, activitytype regarding`,
  aliases: `
id: donotmodifyopportunity donotmodifylead donotmodifyactivity opportunityid leadid activityid
name: topic
ownerId repIds: owner owneridname owneridvalue
customerId: potentialcustomer account customeridname customeridvalue
amount: actualrevenue+actualvalue+estrevenue+estimatedrevenue+estimatedvalue
currency: isocurrencycode
closedAt: actualclosedate
status: status statecode activitystatus
stage: pipelinephase salesstage stepname
probability: closeprobability
type: activitytype
at: actualend+duedate+scheduledend`,
  outcomes: `
won: 1
lost: 2
open: 0`
};
