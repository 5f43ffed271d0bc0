import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {presets} from '../../src/dataset/presets/presets.js';
import {linesOf} from '../../src/dataset/presets/preset.js';
import {schema} from '../../src/dataset/schema.js';
import {cells, issues} from './cells.js';

/** Headers as the CRMs write them, the table they make, and the fields they are. */
const exports: readonly (readonly [preset: string, what: string, headers: string, table: string, fields: Record<string, string>])[] = [
  [
    'pipedrive',
    'leads of its API',
    'id,title,owner_id,creator_id,label_ids,value,expected_close_date,person_id,organization_id,is_archived,source_name,was_seen,next_activity_id,add_time,update_time',
    'leads',
    {id: 'id', name: 'title', ownerId: 'owner_id', source: 'source_name', createdAt: 'add_time'}
  ],
  [
    'hubspot',
    'the stages of its deals in a warehouse',
    'deal_id,date_entered,source,source_id,value',
    'stageHistory',
    {dealId: 'deal_id', stage: 'value', at: 'date_entered'}
  ],
  [
    'salesforce',
    'a report of opportunities',
    'Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type,Closed,Won',
    'deals',
    {
      name: 'Opportunity Name',
      ownerId: 'Opportunity Owner',
      customerId: 'Account Name',
      stage: 'Stage',
      amount: 'Amount',
      probability: 'Probability (%)',
      closedAt: 'Close Date',
      createdAt: 'Created Date',
      source: 'Lead Source',
      type: 'Type',
      isClosed: 'Closed',
      isWon: 'Won'
    }
  ],
  [
    'salesforce',
    'a report in several currencies',
    'Opportunity ID,Opportunity Name,Opportunity Owner: Full Name,Stage,Amount Currency,Amount,Amount (converted) Currency,Amount (converted),Close Date',
    'deals',
    {id: 'Opportunity ID', ownerId: 'Opportunity Owner: Full Name', amount: 'Amount', currency: 'Amount Currency', closedAt: 'Close Date'}
  ],
  [
    'salesforce',
    'opportunities by their API names',
    'Id,IsDeleted,AccountId,Name,StageName,Amount,Probability,CloseDate,Type,LeadSource,IsClosed,IsWon,ForecastCategoryName,CurrencyIsoCode,OwnerId,CreatedDate,SystemModstamp',
    'deals',
    {
      id: 'Id',
      name: 'Name',
      ownerId: 'OwnerId',
      customerId: 'AccountId',
      stage: 'StageName',
      amount: 'Amount',
      currency: 'CurrencyIsoCode',
      isWon: 'IsWon',
      isClosed: 'IsClosed',
      closedAt: 'CloseDate',
      createdAt: 'CreatedDate',
      source: 'LeadSource'
    }
  ],
  [
    'salesforce',
    'opportunities in a warehouse',
    'account_id,amount,campaign_id,close_date,created_date,description,expected_revenue,fiscal,fiscal_quarter,fiscal_year,forecast_category,forecast_category_name,has_open_activity,id,is_closed,is_deleted,is_won,last_activity_date,lead_source,name,next_step,owner_id,probability,record_type_id,stage_name,type',
    'deals',
    {
      id: 'id',
      amount: 'amount',
      closedAt: 'close_date',
      createdAt: 'created_date',
      ownerId: 'owner_id',
      stage: 'stage_name',
      isWon: 'is_won'
    }
  ],
  [
    'salesforce',
    'leads',
    'Lead Owner,First Name,Last Name,Company / Account,Lead Source,Lead Status,Created Date,Converted Date',
    'leads',
    {ownerId: 'Lead Owner', source: 'Lead Source', createdAt: 'Created Date', convertedAt: 'Converted Date'}
  ],
  [
    'salesforce',
    'a report of opportunity history',
    'Opportunity Name,Opportunity ID,From Stage,To Stage,Amount,Last Modified Date',
    'stageHistory',
    {dealId: 'Opportunity ID', stage: 'To Stage', at: 'Last Modified Date'}
  ],
  [
    'salesforce',
    'a report of field history',
    'Opportunity Name,Field / Event,Old Value,New Value,Edit Date,Edited By',
    'stageHistory',
    {dealId: 'Opportunity Name', stage: 'New Value', at: 'Edit Date'}
  ],
  [
    'hubspot',
    'deals',
    'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Deal owner,Create Date,Close Date,Last Activity Date,Original Source,Associated Company',
    'deals',
    {
      id: 'Record ID',
      name: 'Deal Name',
      stage: 'Deal Stage',
      pipeline: 'Pipeline',
      amount: 'Amount',
      ownerId: 'Deal owner',
      createdAt: 'Create Date',
      closedAt: 'Close Date',
      source: 'Original Source',
      customerId: 'Associated Company'
    }
  ],
  [
    'hubspot',
    'deals by their internal names',
    'hs_object_id,dealname,dealstage,pipeline,amount,deal_currency_code,hubspot_owner_id,createdate,closedate,hs_is_closed,hs_is_closed_won',
    'deals',
    {
      id: 'hs_object_id',
      name: 'dealname',
      stage: 'dealstage',
      currency: 'deal_currency_code',
      ownerId: 'hubspot_owner_id',
      createdAt: 'createdate',
      closedAt: 'closedate',
      isClosed: 'hs_is_closed',
      isWon: 'hs_is_closed_won'
    }
  ],
  [
    'hubspot',
    'deals in a warehouse',
    'deal_id,is_deleted,deal_pipeline_id,deal_pipeline_stage_id,owner_id,portal_id,property_dealname,property_description,property_amount,property_closedate,property_createdate',
    'deals',
    {
      id: 'deal_id',
      name: 'property_dealname',
      amount: 'property_amount',
      closedAt: 'property_closedate',
      createdAt: 'property_createdate',
      stage: 'deal_pipeline_stage_id',
      pipeline: 'deal_pipeline_id',
      ownerId: 'owner_id'
    }
  ],
  [
    'hubspot',
    'contacts',
    'Record ID,First Name,Last Name,Email,Contact owner,Lifecycle Stage,Create Date,Original Traffic Source,Became an Opportunity Date',
    'leads',
    {
      id: 'Record ID',
      ownerId: 'Contact owner',
      createdAt: 'Create Date',
      source: 'Original Traffic Source',
      convertedAt: 'Became an Opportunity Date'
    }
  ],
  [
    'hubspot',
    'calls',
    'Record ID,Activity date,Call title,Call outcome,Call status,Call direction,Activity assigned to',
    'activities',
    {id: 'Record ID', at: 'Activity date', status: 'Call status', direction: 'Call direction', repIds: 'Activity assigned to'}
  ],
  [
    'pipedrive',
    'deals',
    'Deal - ID,Deal - Title,Deal - Value,Deal - Currency of value,Deal - Owner,Deal - Stage,Deal - Pipeline,Deal - Status,Deal - Creation date,Deal - Expected close date,Deal - Won time,Deal - Lost time,Deal - Lost reason,Deal - Probability,Deal - Organization',
    'deals',
    {
      id: 'Deal - ID',
      name: 'Deal - Title',
      amount: 'Deal - Value',
      currency: 'Deal - Currency of value',
      ownerId: 'Deal - Owner',
      stage: 'Deal - Stage',
      pipeline: 'Deal - Pipeline',
      status: 'Deal - Status',
      createdAt: 'Deal - Creation date',
      expectedCloseAt: 'Deal - Expected close date',
      closedAt: 'Deal - Won time',
      probability: 'Deal - Probability',
      customerId: 'Deal - Organization'
    }
  ],
  [
    'pipedrive',
    'deals in a list of its own columns',
    'ID,Title,Value,Currency of value,Owner,Stage,Pipeline,Status,Deal created,Won time,Lost time,Deal closed on,Expected close date',
    'deals',
    {
      id: 'ID',
      name: 'Title',
      amount: 'Value',
      currency: 'Currency of value',
      ownerId: 'Owner',
      createdAt: 'Deal created',
      closedAt: 'Won time'
    }
  ],
  [
    'pipedrive',
    'deals of its API',
    'id,title,value,currency,status,stage_id,pipeline_id,user_id,owner_name,org_id,org_name,add_time,update_time,stage_change_time,close_time,won_time,lost_time,lost_reason,expected_close_date,probability',
    'deals',
    {
      id: 'id',
      name: 'title',
      amount: 'value',
      ownerId: 'owner_name',
      customerId: 'org_name',
      stage: 'stage_id',
      createdAt: 'add_time',
      closedAt: 'won_time',
      expectedCloseAt: 'expected_close_date'
    }
  ],
  [
    'pipedrive',
    'leads',
    'Lead - Title,Lead - Owner,Lead - Source channel,Lead - Lead created',
    'leads',
    {name: 'Lead - Title', ownerId: 'Lead - Owner', source: 'Lead - Source channel', createdAt: 'Lead - Lead created'}
  ],
  [
    'pipedrive',
    'activities',
    'Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Activity - Marked as done time,Activity - Assigned to user',
    'activities',
    {type: 'Activity - Type', at: 'Activity - Marked as done time', status: 'Activity - Done', repIds: 'Activity - Assigned to user'}
  ],
  [
    'pipedrive',
    'changes of deals',
    'id,item_id,user_id,field_key,old_value,new_value,log_time,change_source',
    'stageHistory',
    {dealId: 'item_id', stage: 'new_value', at: 'log_time'}
  ],
  [
    'dynamics',
    'opportunities',
    '(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Potential Customer,Est. Close Date,Est. Revenue,Actual Close Date,Actual Revenue,Status,Status Reason,Probability,Pipeline Phase,Owner,Created On,Currency',
    'deals',
    {
      id: '(Do Not Modify) Opportunity',
      name: 'Topic',
      customerId: 'Potential Customer',
      expectedCloseAt: 'Est. Close Date',
      closedAt: 'Actual Close Date',
      amount: 'Actual Revenue',
      status: 'Status',
      probability: 'Probability',
      stage: 'Pipeline Phase',
      ownerId: 'Owner',
      createdAt: 'Created On',
      currency: 'Currency'
    }
  ],
  [
    'dynamics',
    'opportunities by their logical names',
    'opportunityid,name,estimatedvalue,actualvalue,estimatedclosedate,actualclosedate,statecode,statuscode,closeprobability,createdon,_ownerid_value,_customerid_value',
    'deals',
    {
      id: 'opportunityid',
      name: 'name',
      amount: 'actualvalue',
      expectedCloseAt: 'estimatedclosedate',
      closedAt: 'actualclosedate',
      status: 'statecode',
      probability: 'closeprobability',
      createdAt: 'createdon',
      ownerId: '_ownerid_value',
      customerId: '_customerid_value'
    }
  ],
  [
    'zoho',
    'deals',
    'Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name.id,Account Name,Stage,Type,Probability (%),Expected Revenue,Lead Source,Created Time,Modified Time,Pipeline,Sales Cycle Duration',
    'deals',
    {
      id: 'Record Id',
      ownerId: 'Deal Owner',
      amount: 'Amount',
      name: 'Deal Name',
      closedAt: 'Closing Date',
      customerId: 'Account Name',
      stage: 'Stage',
      probability: 'Probability (%)',
      source: 'Lead Source',
      createdAt: 'Created Time',
      pipeline: 'Pipeline'
    }
  ],
  [
    'zoho',
    'leads',
    'Record Id,Lead Owner,Company,First Name,Last Name,Lead Source,Lead Status,Created Time,Converted Date Time',
    'leads',
    {id: 'Record Id', ownerId: 'Lead Owner', source: 'Lead Source', createdAt: 'Created Time', convertedAt: 'Converted Date Time'}
  ],
  [
    'nutshell',
    'leads, which are the deals',
    'Lead Number,Lead Name,Company Name,Assignee,Status,Milestone,Value,Confidence,Created Date,Closed Date,Estimated Close Date,Sources',
    'deals',
    {
      id: 'Lead Number',
      name: 'Lead Name',
      customerId: 'Company Name',
      ownerId: 'Assignee',
      status: 'Status',
      stage: 'Milestone',
      amount: 'Value',
      probability: 'Confidence',
      createdAt: 'Created Date',
      closedAt: 'Closed Date',
      expectedCloseAt: 'Estimated Close Date',
      source: 'Sources'
    }
  ],
  [
    'plain',
    'a file of snake_case',
    'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
    'deals',
    {
      id: 'opportunity_id',
      ownerId: 'sales_agent',
      stage: 'deal_stage',
      createdAt: 'engage_date',
      closedAt: 'close_date',
      amount: 'close_value'
    }
  ],
  [
    'plain',
    'a file of Title Case',
    'Deal ID,Rep,Amount,Status,Created At,Closed At',
    'deals',
    {id: 'Deal ID', ownerId: 'Rep', amount: 'Amount', status: 'Status', createdAt: 'Created At', closedAt: 'Closed At'}
  ],
  [
    'plain',
    'a file of camelCase',
    'id,ownerId,customerId,amount,status,createdAt,closedAt',
    'deals',
    {id: 'id', ownerId: 'ownerId', customerId: 'customerId', amount: 'amount', closedAt: 'closedAt'}
  ],
  [
    'plain',
    'a Swedish file',
    'Affärs-ID,Ägare,Kund,Belopp,Valuta,Säljfas,Skapad datum,Stängningsdatum',
    'deals',
    {id: 'Affärs-ID', ownerId: 'Ägare', amount: 'Belopp', stage: 'Säljfas', createdAt: 'Skapad datum', closedAt: 'Stängningsdatum'}
  ],
  [
    'plain',
    'a German file',
    'ID,Inhaber,Kunde,Betrag,Währung,Phase,Erstellungsdatum,Abschlussdatum,Wahrscheinlichkeit',
    'deals',
    {
      ownerId: 'Inhaber',
      customerId: 'Kunde',
      amount: 'Betrag',
      currency: 'Währung',
      stage: 'Phase',
      createdAt: 'Erstellungsdatum',
      closedAt: 'Abschlussdatum'
    }
  ],
  [
    'plain',
    'a French file',
    'ID,Nom,Propriétaire,Montant,Devise,Étape,Date de création,Date de clôture',
    'deals',
    {name: 'Nom', ownerId: 'Propriétaire', amount: 'Montant', stage: 'Étape', createdAt: 'Date de création', closedAt: 'Date de clôture'}
  ],
  [
    'plain',
    'a Swedish report of Salesforce',
    'Ägare till affärsmöjlighet,Kontonamn,Affärsmöjlighetsnamn,Fas,Belopp,Sannolikhet (%),Slutdatum,Skapad den',
    'deals',
    {
      name: 'Affärsmöjlighetsnamn',
      ownerId: 'Ägare till affärsmöjlighet',
      customerId: 'Kontonamn',
      stage: 'Fas',
      probability: 'Sannolikhet (%)',
      createdAt: 'Skapad den',
      closedAt: 'Slutdatum'
    }
  ],
  [
    'plain',
    'a French report of Salesforce',
    "Propriétaire de l'opportunité,Nom du compte,Nom de l'opportunité,Étape,Montant,Date de clôture,Date de création",
    'deals',
    {
      name: "Nom de l'opportunité",
      ownerId: "Propriétaire de l'opportunité",
      customerId: 'Nom du compte',
      amount: 'Montant',
      createdAt: 'Date de création',
      closedAt: 'Date de clôture'
    }
  ],
  [
    'plain',
    'a Swedish list of HubSpot',
    'Post-ID,Affärsnamn,Affärsfas,Pipeline,Belopp,Affärsägare,Skapandedatum,Stängningsdatum',
    'deals',
    {id: 'Post-ID', name: 'Affärsnamn', stage: 'Affärsfas', ownerId: 'Affärsägare', createdAt: 'Skapandedatum', closedAt: 'Stängningsdatum'}
  ],
  [
    'plain',
    'a Spanish file',
    'ID,Nombre,Propietario,Importe,Moneda,Etapa,Fecha de creación,Fecha de cierre',
    'deals',
    {
      name: 'Nombre',
      ownerId: 'Propietario',
      amount: 'Importe',
      currency: 'Moneda',
      stage: 'Etapa',
      createdAt: 'Fecha de creación',
      closedAt: 'Fecha de cierre'
    }
  ]
];

describe.each(exports)('%s: %s', (preset, _, headers, table, fields) => {
  it('is recognised by its headers, and says by which', () => {
    const {problem, recognised} = createDataset(`${headers}\n`);
    expect(problem).toBeUndefined();
    const found = recognised.get(table);
    expect(found?.preset).toBe(preset);
    expect(Object.fromEntries(found?.fields ?? [])).toMatchObject(fields);
    const names = headers.split(',');
    expect(found?.because.every((header) => names.includes(header))).toBe(true);
    expect(found?.because.length).toBe(preset === 'plain' ? 0 : Math.max(1, found?.because.length ?? 0));
  });

  it('and in any case, order and spacing', () => {
    const turned = headers
      .split(',')
      .reverse()
      .map((header) => `  ${header.toUpperCase()}\u00a0`);
    const found = createDataset(`${turned.join(';')}\n`).recognised.get(table);
    expect(found?.preset).toBe(preset);
    expect([...(found?.fields.keys() ?? [])].sort()).toEqual(
      [...(createDataset(`${headers}\n`).recognised.get(table)?.fields.keys() ?? [])].sort()
    );
  });
});

it('every preset is a file that is entered, told of in the README, and has headers here', () => {
  const files = readdirSync(new URL('../../src/dataset/presets', import.meta.url))
    .map((file) => file.replace('.ts', ''))
    .filter((file) => file !== 'preset' && file !== 'presets');
  expect([...presets.keys()].sort()).toEqual(files.sort());
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const name of files)
    expect([name, readme.includes(`| \`${name}\``), exports.some(([preset]) => preset === name)]).toEqual([name, true, true]);
});

it('every alias of every preset is of a field that some table has, and every sign of a table', () => {
  const fields = new Set([...schema.values()].flatMap((types) => [...types.keys()]));
  for (const [name, {aliases, signs, notes = {}}] of presets) {
    expect([name, [...linesOf(aliases).keys()].filter((field) => !fields.has(field))]).toEqual([name, []]);
    expect([name, Object.keys(notes).filter((field) => !fields.has(field))]).toEqual([name, []]);
    if (signs) expect([name, [...linesOf(signs).keys()].filter((table) => !schema.has(table))]).toEqual([name, []]);
  }
});

describe('the option', () => {
  it('names a preset, which then needs no sign', () => {
    const dataset = createDataset('Topic,Actual Revenue,Actual Close Date,Status\nA,5,2026-01-05,Won\n', {preset: 'dynamics'});
    expect(dataset.recognised.get('deals')).toMatchObject({preset: 'dynamics', because: []});
    expect(cells(dataset, 'amount')).toEqual([5]);
  });

  it('plain forgoes what a CRM would tell', () => {
    const dataset = createDataset('Record ID,Deal Name,Deal Stage,Create Date,Close Date\n', {preset: 'plain'});
    expect(dataset.recognised.get('deals')?.preset).toBe('plain');
    expect(dataset.notes).toEqual([]);
  });

  it('that names none throws', () => {
    expect(() => createDataset([], {preset: 'sugar'})).toThrow('unknown preset: sugar');
    expect(() => createDataset([], {tables: {deals: {preset: 'sugar'}}})).toThrow('unknown preset: sugar');
    expect(() => createDataset([], {tables: {deal: {}}})).toThrow('unknown table: deal');
  });

  it('may be given for a table alone, as fields may', () => {
    const rows = [{'Record Id': 1, 'Deal Name': 'A', 'Closing Date': '2026-01-05', ARR: 7}];
    const dataset = createDataset(
      {deals: rows, orders: [{id: 1, amount: 3}]},
      {tables: {deals: {preset: 'plain', fields: {amount: 'ARR'}}}}
    );
    expect([dataset.recognised.get('deals')?.preset, cells(dataset, 'amount')]).toEqual(['plain', [7]]);
    expect(cells(dataset, 'amount', 'orders')).toEqual([3]);
  });

  it('fields beats the preset', () => {
    const dataset = createDataset('Opportunity Name,Opportunity Owner,Stage,Amount,ARR (converted)\nA,R,Won,1,2\n', {
      fields: {amount: 'ARR (converted)'}
    });
    expect(cells(dataset, 'amount')).toEqual([2]);
    expect(dataset.recognised.get('deals')?.segments).toEqual(['Amount']);
  });

  it('table beats what the headers tell', () => {
    const {recognised} = createDataset('Lead Name,Assignee,Value,Created Date\n', {table: 'leads'});
    expect(recognised.get('leads')?.preset).toBe('nutshell');
  });
});

describe('a field in several columns, of which a row fills one', () => {
  it('is the moment of winning or of losing', () => {
    const dataset = createDataset(
      'Deal - ID,Deal - Title,Deal - Value,Deal - Status,Deal - Won time,Deal - Lost time\n1,A,10,Won,2026-01-05,\n2,B,20,Lost,,2026-02-05\n3,C,30,Open,,\n'
    );
    expect(cells(dataset, 'closedAt')).toEqual(['2026-01-05', '2026-02-05', null]);
    expect(cells(dataset, 'status')).toEqual(['won', 'lost', 'open']);
    expect(dataset.recognised.get('deals')?.segments).toEqual([]);
  });

  it('is what a deal brought, else what it is estimated to bring', () => {
    const dataset = createDataset(
      'Topic,Potential Customer,Est. Revenue,Actual Revenue,Status\nA,C,"$1,000.00","$900.00",Won\nB,C,"$2,000.00",,Open\n'
    );
    expect(cells(dataset, 'amount')).toEqual([900, 2000]);
    expect(cells(dataset, 'currency')).toEqual(['USD', 'USD']);
  });
});

describe('the outcome of a deal is told as each CRM tells it', () => {
  it.each([
    [
      'Opportunity Name,Stage,Closed,Won',
      [
        ['A,Signed,1,1', 'won'],
        ['B,Dropped,TRUE,FALSE', 'lost'],
        ['C,Talks,0,0', 'open']
      ]
    ],
    [
      'Deal Name,Deal Stage,Create Date,Is Closed Won',
      [
        ['A,Done,2026-01-05,true', 'won'],
        ['B,Closed lost,2026-01-05,false', 'lost'],
        ['C,Demo,2026-01-05,', 'open']
      ]
    ],
    [
      'Deal Name,Deal Stage,Create Date,Is Closed Won,Is closed lost',
      [
        ['A,Done,2026-01-05,true,false', 'won'],
        ['B,Dropped,2026-01-05,false,true', 'lost'],
        ['C,Demo,2026-01-05,false,false', 'open']
      ]
    ],
    [
      'Affär - Titel,Affär - Värde,Affär - Status',
      [
        ['A,1,Vunnen', 'won'],
        ['B,1,Förlorad', 'lost'],
        ['C,1,Öppen', 'open']
      ]
    ],
    [
      'dealname,dealstage,createdate',
      [
        ['A,closedwon,2026-01-05', 'won'],
        ['B,closedlost,2026-01-05', 'lost'],
        ['C,contractsent,2026-01-05', 'open']
      ]
    ],
    [
      'Deal - Title,Deal - Value,Deal - Status',
      [
        ['A,1,Won', 'won'],
        ['B,1,Lost', 'lost'],
        ['C,1,Open', 'open']
      ]
    ],
    [
      'opportunityid,statecode,estimatedvalue',
      [
        ['A,1,5', 'won'],
        ['B,2,5', 'lost'],
        ['C,0,5', 'open']
      ]
    ],
    [
      'Deal Name,Closing Date,Stage',
      [
        ['A,2026-01-05,Closed Won', 'won'],
        ['B,2026-01-05,Closed-Lost to Competition', 'lost'],
        ['C,2026-01-05,Qualification', 'open']
      ]
    ],
    [
      'Lead Name,Assignee,Value,Status',
      [
        ['A,R,1,Won', 'won'],
        ['B,R,1,Cancelled', 'lost'],
        ['C,R,1,Pending', 'open'],
        ['D,R,1,10', 'won'],
        ['E,R,1,11', 'lost']
      ]
    ],
    [
      'ID,Inhaber,Betrag,Phase',
      [
        ['1,R,1,Gewonnen', 'won'],
        ['2,R,1,Verloren', 'lost'],
        ['3,R,1,Angebot', 'open']
      ]
    ]
  ])('%s', (headers, rows) => {
    const dataset = createDataset(`${headers}\n${rows.map(([row]) => row).join('\n')}\n`);
    expect(cells(dataset, 'status')).toEqual(rows.map(([, status]) => status));
  });

  it('a state that a CRM alone has leaves the row out in the others', () => {
    expect(issues(createDataset('Deal - Title,Deal - Value,Deal - Status\nA,1,Deleted\nB,1,Won\n'))).toEqual([
      '1 Deal - Status unknown-status'
    ]);
    expect(issues(createDataset('id,amount,status\nA,1,10\n'))).toEqual(['1 status unknown-status']);
  });
});

it('what a CRM has deleted is left out, and said to be', () => {
  for (const header of ['IsDeleted', 'is_deleted', '_fivetran_deleted', 'deleted']) {
    const dataset = createDataset(
      `id,amount,stage_name,close_date,${header}\nA,1,Won,2026-01-05,false\nB,2,Won,2026-01-05,TRUE\nC,3,Won,2026-01-05,1\n`
    );
    expect(issues(dataset)).toEqual([`2 ${header} deleted`, `3 ${header} deleted`]);
    expect(cells(dataset, 'amount')).toEqual([1]);
  }
  expect(
    createDataset([
      {id: 1, amount: 2, deleted: true},
      {id: 2, amount: 2, deleted: false}
    ]).rows.deals
  ).toEqual({read: 2, accepted: 1, rejected: 1});
});

it('a status that only deals have stays as it is in other tables', () => {
  const rows = [
    {id: 1, amount: 5, status: 'active'},
    {id: 2, amount: 5, status: 'new'}
  ];
  expect(cells(createDataset({subscriptions: rows}), 'status', 'subscriptions')).toEqual(['active', 'new']);
  expect(cells(createDataset('id,type,status,at\n1,call,true,2026-01-05\n', {table: 'activities'}), 'status', 'activities')).toEqual([
    'done'
  ]);
});

it('whether an activity is done is told in its words', () => {
  const headers = 'Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Activity - Marked as done time';
  const dataset = createDataset(
    `${headers}\nA,Call,2026-01-05,Done,2026-01-06\nB,Call,2026-01-07,To do,\nC,Call,2026-01-08,1,\nD,Call,2026-01-09,Gone,\n`
  );
  expect(cells(dataset, 'status', 'activities')).toEqual(['done', 'planned', 'done', 'Gone']);
  expect(cells(dataset, 'at', 'activities')).toEqual(['2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09']);
});

describe('what a reader should know of a CRM', () => {
  it.each([
    ['Deal Name,Deal Stage,Create Date,Close Date', [{code: 'close-date-on-closing', table: 'deals'}]],
    ['Deal Name,Deal Stage,Create Date', []],
    ['Deal Name,Stage,Closing Date', [{code: 'expected-close-date', table: 'deals'}]],
    ['Opportunity Name,Stage,Close Date', []]
  ])('%s', (headers, notes) => {
    expect(createDataset(`${headers}\n`).notes).toEqual(notes);
  });
});

describe('the stage history', () => {
  it('of HubSpot stands in a column a stage', () => {
    const dataset = createDataset(
      'Record ID,Deal Name,Deal Stage,Create Date,"Date entered ""Appointment (booked) (Sales Pipeline)""","Date entered ""Closed won (Sales Pipeline)"""\n' +
        '1,A,Closed won (Sales Pipeline),2026-01-01,2026-01-05,2026-02-05\n2,B,Appointment (booked),2026-01-01,2026-01-06,\n'
    );
    expect(cells(dataset, 'stage')).toEqual(['Closed won', 'Appointment (booked)']);
    expect(cells(dataset, 'stageHistory')).toEqual([
      [
        {stage: 'Appointment (booked)', at: '2026-01-05'},
        {stage: 'Closed won', at: '2026-02-05'}
      ],
      [{stage: 'Appointment (booked)', at: '2026-01-06'}]
    ]);
    expect(dataset.recognised.get('deals')?.segments).toEqual([]);
  });

  it('of HubSpot by internal names', () => {
    const dataset = createDataset('hs_object_id,dealstage,hs_v2_date_entered_closedwon\n1,closedwon,2026-01-05\n');
    expect(cells(dataset, 'stageHistory')).toEqual([[{stage: 'closedwon', at: '2026-01-05'}]]);
  });

  const deals = [
    {Id: 'O1', Name: 'A', StageName: 'Closed Won', CloseDate: '2026-03-01'},
    {Id: 'O2', Name: 'B', StageName: 'Demo', CloseDate: '2026-03-01'},
    {Id: 'O3', Name: 'B', StageName: 'Demo', CloseDate: '2026-03-01'}
  ];

  it('of Salesforce stands in a table of its own, a row a change, in any order', () => {
    const stageHistory = [
      {'Opportunity ID': 'O1', 'To Stage': 'Closed Won', 'Last Modified Date': '2026-03-01'},
      {'Opportunity ID': 'O1', 'To Stage': 'Demo', 'Last Modified Date': '2026-01-05'},
      {'Opportunity ID': 'O1', 'To Stage': 'Demo', 'Last Modified Date': '2026-01-09'},
      {'Opportunity ID': 'O2', 'To Stage': 'Demo', 'Last Modified Date': '2026-01-06'},
      {'Opportunity ID': 'O9', 'To Stage': 'Demo', 'Last Modified Date': '2026-01-07'}
    ];
    for (const dataset of [createDataset({stageHistory, deals}), createDataset({deals, stage_history: stageHistory})]) {
      expect(cells(dataset, 'stageHistory')).toEqual([
        [
          {stage: 'Demo', at: '2026-01-05'},
          {stage: 'Closed Won', at: '2026-03-01'}
        ],
        [{stage: 'Demo', at: '2026-01-06'}],
        []
      ]);
      expect(issues(dataset)).toEqual(['5 Opportunity ID unknown-deal']);
      expect(dataset.rows.stageHistory).toEqual({read: 5, accepted: 4, rejected: 1});
    }
  });

  it('of changes of fields takes those of the stage, by name where only one deal has it', () => {
    const change = (name: string, field: string, value: string) => ({
      'Opportunity Name': name,
      'Field / Event': field,
      'Old Value': '',
      'New Value': value,
      'Edit Date': '2026-01-05'
    });
    const dataset = createDataset({
      deals,
      stageHistory: [change('A', 'Stage', 'Demo'), change('A', 'Amount', '5'), change('B', 'Stage', 'Demo')]
    });
    expect(cells(dataset, 'stageHistory')).toEqual([[{stage: 'Demo', at: '2026-01-05'}], [], []]);
    expect(issues(dataset)).toEqual(['2 Field / Event not-a-stage', '3 Opportunity Name unknown-deal']);
  });

  it('without a column that says of which deal has no row to read', () => {
    const dataset = createDataset({deals, stageHistory: [{stage: 'Demo', at: '2026-01-05'}]});
    expect(issues(dataset)).toEqual(['1 unknown-deal']);
  });

  it('does not take numbers of rows for ids', () => {
    const dataset = createDataset({
      deals: [{stage: 'Demo', createdAt: '2026-01-01'}],
      stageHistory: [{dealId: '1', stage: 'Demo', at: '2026-01-05'}]
    });
    expect(cells(dataset, 'stageHistory')).toEqual([[]]);
    expect(issues(dataset)).toEqual(['1 dealId unknown-deal']);
  });
});

describe('the lines of a report around its table are no rows', () => {
  const table = '"Opportunity Name","Opportunity Owner","Stage","Amount"\n"A","R","Closed Won","10"\n"B","R","Demo","20"\n';
  const two = {deals: {read: 2, accepted: 2, rejected: 0}};

  it.each([
    [
      'notices below',
      `${table}\n\n"Won deals"\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n"Confidential Information - Do Not Distribute"\n"Generated By:  R  1/5/2026 10:00 AM"\n"Company"\n`,
      5
    ],
    ['a count of records', `${table}\n"Grand Totals (2 records)"\n\n"Confidential Information - Do Not Distribute"\n`, 2],
    ['sums', `${table}"Total","","","30"\n"Confidential Information - Do Not Distribute"`, 2],
    ['sums in a currency', `${table}"Grand Total",,,"USD 30.00"\n`, 1],
    ['a count of rows, cut where it ends', `${table}TRAILER,2`, 1],
    ['a count of rows in words', `${table}Number of rows: 2\n`, 1],
    ['lines filled up to the width of the table', `${table}Total,,,30\n,,,\nConfidential Information - Do Not Distribute,,,\n`, 2],
    [
      'a title and filters above',
      `"Won deals"\n"As of 2026-01-05"\n"Filtered By"\n"   Show: My opportunities"\n"   Status: Any"\n\n${table}`,
      6
    ],
    ['both', `Won deals\n\n${table}Summa,,,30\n`, 3]
  ])('%s', (_, text, count) => {
    const dataset = createDataset(text);
    expect(dataset.problem).toBeUndefined();
    expect(dataset.rows).toEqual(two);
    expect(cells(dataset, 'amount')).toEqual([10, 20]);
    expect(dataset.notes).toEqual([{code: 'report-lines', table: 'deals', count}]);
  });

  it.each([
    ['"Grand Totals (1,003 records)"\n"Copyright (c) 2026"\n', 'Grand Totals (1,003 records)', 1003],
    ['"Grand Totals (1 records)",,,30\n', 'Grand Totals (1 records) 30', 1],
    ['TRAILER,3', 'TRAILER 3', 3],
    ['Antal rader: 3\n', 'Antal rader: 3', 3]
  ])('and where one counts other rows than there are the file is not whole: %j', (below, seen, expected) => {
    const dataset = createDataset(`${table}${below}`);
    expect(dataset.problem).toEqual({code: 'row-count', seen: [seen], rows: [2, expected]});
    expect(dataset.rows).toEqual({});
  });

  it.each([
    ['a customer called Total', 'id,account,amount\n1,Total,10\n2,Other,20\n', 2],
    ['an owner called Total in the last row, with a date', 'owner,amount,closed at\nR,1,2026-01-05\nTotal,10,2026-01-06\n', 2],
    ['names alone', 'id,stage\nTotally,Won\nA,Won\n', 2]
  ])('but not %s', (_, text, accepted) => {
    const dataset = createDataset(text);
    expect(dataset.rows.deals.accepted).toBe(accepted);
    expect(dataset.notes).toEqual([]);
  });

  it('a file of unknown headers is none, whatever stands below them', () => {
    expect(createDataset('foo,bar,baz\n1,2,3\nid,amount,stage\n').problem).toMatchObject({
      code: 'no-known-columns',
      seen: ['foo', 'bar', 'baz']
    });
  });
});
