import {expect} from '@open-wc/testing';
import {fromData} from '../../src/source/from-data.js';

describe('records that a page hands over', () => {
  const csv = 'id,amount,closed\n1,5,2026-01-02\n';

  it('are read once, however many elements get the same text', () => {
    expect(fromData(csv, {table: 'deals'})).to.equal(fromData(csv, {table: 'deals'}));
  });

  it('are read once, however many elements get the same object', () => {
    const rows = [{id: '1', amount: 5, closedAt: '2026-01-02'}];
    expect(fromData(rows, {})).to.equal(fromData(rows, {}));
    expect(fromData(rows, {})).not.to.equal(fromData([...rows], {}));
  });

  it('are read anew with other options, and when the text is another', () => {
    expect(fromData(csv, {table: 'deals'})).not.to.equal(fromData(csv, {table: 'orders'}));
    expect(fromData(`${csv}2,7,2026-01-03\n`, {}).rows.deals.accepted).to.equal(2);
    expect(fromData(csv, {}).rows.deals.accepted).to.equal(1);
  });
});
