import {expect} from '@open-wc/testing';
import {fromData} from '../../src/source/from-data.js';

describe('records that a page hands over', () => {
  const csv = 'id,amount,closed\n1,5,2026-01-02\n';

  it('are read once, however many elements get the same text', async () => {
    expect(await fromData(csv, {table: 'deals'})).to.equal(await fromData(csv, {table: 'deals'}));
  });

  it('are read once, however many elements get the same object', async () => {
    const rows = [{id: '1', amount: 5, closedAt: '2026-01-02'}];
    expect(await fromData(rows, {})).to.equal(await fromData(rows, {}));
    expect(await fromData(rows, {})).not.to.equal(await fromData([...rows], {}));
  });

  it('are read anew with other options, and when the text is another', async () => {
    expect(await fromData(csv, {table: 'deals'})).not.to.equal(await fromData(csv, {table: 'orders'}));
    expect((await fromData(`${csv}2,7,2026-01-03\n`, {})).rows.deals.accepted).to.equal(2);
    expect((await fromData(csv, {})).rows.deals.accepted).to.equal(1);
  });
});
