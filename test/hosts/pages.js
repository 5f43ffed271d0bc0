/*
 * Pages as they are out there: with policies, libraries and styles of their own, each with the same elements. They must show the same on all, break
 * nothing and ask nobody else for anything; where they cannot, draw nothing rather than something else.
 */

export const csv = `id,owner,amount,status,stage,createdAt,closedAt
1,Rep 04,1000,won,Proposal,2026-01-02,2026-02-10
2,Rep 07,2500,won,Proposal,2026-02-02,2026-03-15
3,Rep 07,700,lost,Demo,2026-02-05,2026-04-01
4,Rep 04,4000.5,won,Lead,2026-03-02,2026-05-20
5,Rep 09,900,open,Demo,2026-04-02,
`;
const won = {id: 1, ownerId: 'r1', amount: 1200, status: 'won', stage: 'Lead', createdAt: '2026-01-02', closedAt: '2026-02-10'};
const avatar = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const asked = 'period="2026" as-of="2026-12-31"';
/** The elements of every page. */
export const elements = (src = '/hosts/deals.csv', rep = {}) => `
  <kpi-card src="${src}" ${asked}></kpi-card>
  <kpi-trend src="${src}" ${asked}></kpi-trend>
  <rep-leaderboard src="${src}" ${asked}></rep-leaderboard>
  <funnel-chart src="${src}" ${asked}></funnel-chart>
  <rep-leaderboard ${asked}><script type="application/json">${JSON.stringify({deals: [won], reps: [{id: 'r1', name: 'Rep 04', ...rep}]})}</script></rep-leaderboard>`;

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
const typed = "require-trusted-types-for 'script'";
const dataUrl = `data:text/csv,${encodeURIComponent(csv)}`;

/**
 * By number and name. `policy` is a header, `before` names what runs before the elements' script. `problems` are all that may go wrong, `shows` what of
 * the elements shows its figures: all of them, all but the first, or none.
 */
export const pages = {
  plain: {},
  'H1: a strict policy with Trusted Types': {policy: `${strict}; ${typed}; trusted-types lit-html`},
  'H2: no styles': {policy: strict.replace("style-src 'self'", "style-src 'none'")},
  'H3: scripts by nonce': {policy: "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src 'self'", nonce: 'abc'},
  'H4: no Trusted Types policy at all': {policy: `${strict}; ${typed}; trusted-types 'none'`, shows: 'none', problems: /trusted/i},
  'H5: other Trusted Types policies': {policy: `${strict}; ${typed}; trusted-types other`, shows: 'none', problems: /trusted/i},
  'H5: other Trusted Types policies, none of them required': {
    policy: `${strict}; trusted-types other`,
    problems: /^violation: trusted-types/
  },
  'H6: two bundles under one policy name': {
    policy: `${strict}; ${typed}; trusted-types lit-html`,
    twice: true,
    problems: /^violation: trusted-types/
  },
  'H7: records in a data: URL that may not be fetched': {policy: strict, src: dataUrl},
  'H7: records in a blob: URL that may not be fetched': {
    policy: strict,
    before: 'blob',
    shows: 'others',
    problems: /^violation: connect-src blob/
  },
  'H8: no workers': {policy: `${strict}; worker-src 'none'`},
  'H9: no pictures': {policy: `${strict}; img-src 'none'`, rep: {avatar}, problems: /^violation: img-src data/},
  'H10: Prototype': {before: 'prototype'},
  'H11: Prototype of old': {before: 'old-prototype', shows: 'none', problems: /not a function/},
  'H12: MooTools': {before: 'mootools'},
  'H13: Datejs': {before: 'datejs'},
  'H14: Sugar': {before: 'sugar'},
  'H15: core-js 2': {before: 'core-js'},
  'H16: zone.js': {before: 'zone'},
  'H17: an AMD loader': {before: 'amd'},
  'H18: module and exports': {before: 'commonjs'},
  'H19: additions to Object and Array': {before: 'additions'},
  'H20: Object.prototype.get': {before: 'get'},
  'H20: Object.prototype.value': {before: 'value', shows: 'none', problems: /^error: .*descriptor/},
  'H21: names that shadow those of the window and the document': {
    body: (html) => `<div id="litHtmlVersions"></div><div id="customElements"></div><div id="name"></div><a id="origin" href="x"></a>
      <form name="hidden"></form><form name="readyState"></form><img name="currentScript" alt="">${html}`
  },
  'H22: innerHTML without comments': {before: 'no-comments', shows: 'none', problems: /not a function/},
  'H23: a closed shadow root': {before: 'closed-root', body: (html) => `<div data-closed>${html}</div>`},
  'H24: quirks': {doctype: ''},
  'H24: quirks, in an encoding of old': {doctype: '', charset: 'windows-1252'},
  'H25: XHTML': {doctype: '', namespace: 'xmlns="http://www.w3.org/1999/xhtml"', bundles: ['iife'], shows: 'none', problems: /innerHTML/},
  'H27: a sandbox without an origin': {sandbox: 'allow-scripts', bundles: ['iife']},
  'H28: shadow roots in shadow roots': {before: 'nested-roots', body: (html) => `<div data-nested>${html}</div>`},
  'H29: another version': {before: 'other-version', shows: 'others'},
  'H30: loaded twice': {twice: true},
  'H31: styles that reach for everything': {before: 'styles', body: (html) => `<div dir="rtl" style="zoom:1.5">${html}</div>`},
  'H32: shown only later': {before: 'hidden', body: (html) => `<div hidden>${html}</div>`},
  'H33: moved a hundred times': {before: 'moves'},
  'H34: 200 cards': {body: (html) => html + `<kpi-card src="/hosts/deals.csv" ${asked}></kpi-card>`.repeat(195)}
};
