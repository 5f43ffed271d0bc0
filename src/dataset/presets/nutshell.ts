import type {Preset} from './preset.js';

/** Nutshell, where a lead is the deal. Its API counts the states of one: 0 open, 1 pending, 10 won, 11 lost, 12 cancelled. */
export const nutshell: Preset = {
  signs: 'deals: leadname assignee, leadnumber assignee, leadname confidence, leadname milestone, anticipatedclosedtime confidence',
  aliases: `
id: leadid leadnumber number
ownerId: assignee
customerId: companyname primarycompanyname
expectedCloseAt: anticipatedclosedtime
stage: milestone
source: sources
probability: confidence`,
  prefixes: 'deals: lead',
  outcomes: `
won: 10
lost: 11 12 cancelled canceled
open: 0 1 pending`
};
