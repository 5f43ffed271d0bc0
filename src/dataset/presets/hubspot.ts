import type {Preset} from './preset.js';

/** HubSpot: exports of its index pages, with their labels, and properties by their internal names. */
export const hubspot: Preset = {
  signs: `
stageHistory: dealid dateentered
deals: dealname dealstage createdate, dealname dealstage closedate, dealname dealstage dealowner, dealstage hsobjectid, dealname hubspotownerid, dealid propertydealname, dealname dealphase
leads: contactowner lifecyclestage, lifecyclestage hsobjectid
activities: activitydate activityassignedto, activitydate callstatus, activitydate calloutcome`,
  aliases: `
id: recordid hsobjectid dealid
name: dealname
ownerId: dealowner contactowner hubspotownerid dealinhaber affärsägare
repIds: activityassignedto hubspotownerid
customerId: associatedcompany associatedcompanyprimary primaryassociatedcompany associatedcompanyids
currency: dealcurrencycode
stage: dealstage dealpipelinestageid value
pipeline: pipeline dealpipelineid
isWon: isclosedwon hsisclosedwon
isClosed: hsisclosed isdealclosed isclosedlost hsisclosedlost
convertedAt: becameanopportunitydate hslifecyclestageopportunitydate
source: originaltrafficsource hsanalyticssource
probability: dealprobability hsdealstageprobability
at: activitydate hstimestamp dateentered
status: callstatus taskstatus
direction: calldirection
type: activitytype tasktype`,
  prefixes: 'deals: property',
  stageDates: [/^date entered ["'“](.+?)(?: \([^()]*\))?["'”]$|^hs_(?:v2_)?date_entered_(.+)$/i, '$1$2'],
  notes: {closedAt: 'close-date-on-closing'}
};
