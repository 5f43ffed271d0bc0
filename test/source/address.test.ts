import {expect} from '@open-wc/testing';
import {addressOf, isAllowedSource, shown} from '../../src/source/address.js';

describe('an address', () => {
  for (const src of [
    'deals.csv',
    '/deals.csv?year=2026',
    '//crm.example/deals',
    'https://crm.example/deals',
    'HTTP://crm.example',
    'data:,id',
    'blob:x'
  ])
    it(`may be ${src}`, () => {
      expect(isAllowedSource(src)).to.be.true;
    });

  for (const src of [
    '',
    ' ',
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'file:///etc/hosts',
    'ftp://crm.example/deals',
    'https://',
    'about:blank'
  ])
    it(`may not be ${JSON.stringify(src)}`, () => {
      expect(isAllowedSource(src)).to.be.false;
      expect(() => addressOf(src)).to.throw(RangeError, `unknown source: ${src}`);
    });

  it('keeps its query out of the error', () => {
    expect(() => addressOf('ftp://crm.example/deals?token=secret')).to.throw(/^unknown source: ftp:\/\/crm\.example\/deals$/);
  });

  for (const [src, told] of [
    ['https://ann:secret@crm.example:8443/deals/7?token=secret#secret', 'https://crm.example:8443/deals/7'],
    ['data:text/csv;base64,c2VjcmV0', 'data:text/csv;base64'],
    ['data:text/csv?secret,id#secret', 'data:text/csv'],
    ['blob:https://crm.example/0-1', 'blob:https://crm.example/0-1']
  ])
    it(`is told as ${told}`, () => {
      expect(shown(addressOf(src))).to.equal(told);
    });
});
