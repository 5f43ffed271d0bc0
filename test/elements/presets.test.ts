import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/kpi-card/define.js';
import type {KpiCard} from '../../src/elements/kpi-card/define.js';
import {told} from './told.js';

const spoken = (card: KpiCard) => card.shadowRoot?.querySelector('[part=value] .spoken')?.textContent;
const details = (card: KpiCard) => [...(card.shadowRoot?.querySelectorAll('[part=left-out] li') ?? [])].map(({textContent}) => textContent);

async function card(attributes: Record<string, string>, data: string): Promise<KpiCard> {
  const element = await fixture<KpiCard>(html`<kpi-card period="2026-07" as-of="2026-07-31" .data=${data}></kpi-card>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.loadComplete;
  await element.updateComplete;
  return element;
}

const zoho = 'Record Id,Deal Name,Amount,ARR,Stage,Closing Date,Created Time\n1,A,100,40,Closed Won,2026-07-05,2026-07-01\n';

describe('an element given the export of a CRM', () => {
  it('reads it by its headers, says which they were and what to know, and is ready', async () => {
    const element = await card({}, zoho);
    expect(spoken(element)).to.equal('100');
    expect(element.matches(':state(ready)')).to.be.true;
    expect(details(element)).to.deep.equal(['Zoho: the expected closing date stands for the day a deal was decided']);
    const {preset, because, segments} = element.records?.recognised.get('deals') ?? {};
    expect([preset, because, segments]).to.deep.equal(['zoho', ['Deal Name', 'Closing Date'], ['ARR']]);
  });

  it('says so in the language of the page', async () => {
    const element = await card({lang: 'sv'}, zoho);
    expect(details(element)).to.deep.equal(['Zoho: förväntat slutdatum får stå för dagen då affären avgjordes']);
  });

  it('takes the CRM and the columns that the page names, until it does no more', async () => {
    const element = await card({fields: 'amount=ARR; closedAt = Closing Date', preset: 'plain'}, zoho);
    expect(spoken(element)).to.equal('40');
    expect(element.records?.recognised.get('deals')?.preset).to.equal('plain');
    for (const name of ['fields', 'preset']) element.removeAttribute(name);
    await element.loadComplete;
    await element.updateComplete;
    expect(spoken(element)).to.equal('100');
  });

  it('tells the author of a preset that there is none', async () => {
    const element = await card({}, zoho);
    const messages = await told(async () => {
      element.preset = 'sugar';
      await element.loadComplete;
    });
    expect(messages).to.deep.equal([
      'RangeError: unknown preset: sugar; known are auto, zoho, salesforce, hubspot, pipedrive, dynamics, nutshell, plain'
    ]);
  });

  it('reads a table that only its headers name', async () => {
    const element = await card({kpi: 'new-leads'}, 'Lead Owner,Lead Status,Created Date\nR,New,2026-07-05\n');
    expect(spoken(element)).to.equal('1');
  });
});
