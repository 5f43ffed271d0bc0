/* What stands on pages before the elements come, by the name in the address of this script: stand-ins for libraries that change what all scripts share. */
(() => {
  const add = (to, names, value = () => undefined) => {
    for (const name of names) if (!(name in to)) to[name] = value;
  };
  const html = () => document.querySelectorAll('kpi-card, kpi-trend, rep-leaderboard, funnel-chart');
  const kinds = {
    prototype() {
      // 1.7.3: enumerable methods on arrays, elements and functions; a $ of its own.
      add(Array.prototype, [
        'each',
        'first',
        'last',
        'compact',
        'flatten',
        'without',
        'uniq',
        'intersect',
        'clone',
        'inspect',
        'pluck',
        'invoke'
      ]);
      add(String.prototype, ['gsub', 'sub', 'scan', 'truncate', 'strip', 'stripTags', 'camelize', 'inspect', 'blank']);
      add(Function.prototype, ['argumentNames', 'curry', 'delay', 'defer', 'wrap', 'methodize']);
      add(Element.prototype, ['visible', 'hide', 'show', 'update', 'observe', 'getStyle', 'setStyle', 'select', 'down', 'up']);
      window.$ = (id) => document.getElementById(id);
    },
    'old-prototype'() {
      kinds.prototype();
      // toJSON on what JSON.stringify meets; its own bind, reduce, find and entries.
      Array.prototype.toJSON = function () {
        return `[${this.map((each) => JSON.stringify(each)).join()}]`;
      };
      String.prototype.toJSON = function () {
        return `"${this}"`;
      };
      Array.prototype.find = Array.prototype.detect = function (test) {
        for (let at = 0; at < this.length; at++) if (test(this[at], at)) return this[at];
        return undefined;
      };
      Array.prototype.entries = function () {
        return this.slice();
      };
      Array.prototype.reduce = function () {
        return this.length > 1 ? this : this[0];
      };
      Function.prototype.bind = function (to, ...given) {
        return (...more) => this.apply(to, [...given, ...more]);
      };
    },
    mootools() {
      // 1.4.5: Array.from of its own, which knows no iterables; types that extend.
      Array.from = (item) =>
        item == null ? [] : item.length === undefined || typeof item === 'string' ? [item] : Array.prototype.slice.call(item);
      add(Array.prototype, [
        'clean',
        'invoke',
        'associate',
        'link',
        'contains',
        'append',
        'getLast',
        'getRandom',
        'include',
        'combine',
        'erase',
        'empty',
        'pick'
      ]);
      add(Function.prototype, ['overloadSetter', 'extend', 'implement', 'hide', 'protect', 'attempt', 'pass', 'delay', 'periodical']);
      add(Number.prototype, ['limit', 'round', 'times', 'toFloat', 'toInt']);
      add(Element.prototype, ['getProperty', 'setProperty', 'adopt', 'inject', 'grab', 'dispose', 'getComputedSize', 'addEvent']);
      Function.prototype.$family = Array.prototype.$family = () => 'function';
    },
    datejs() {
      const parse = Date.parse;
      Date.parse = (text) => (typeof text === 'string' ? new Date(parse(text)) : null);
      Date.prototype.toString = function (format) {
        return format ? 'formatted' : this.toISOString();
      };
      add(Date.prototype, ['add', 'addDays', 'set', 'is', 'at', 'today', 'clearTime', 'getWeek', 'isWeekday']);
      add(Date, ['today', 'parseExact', 'getMonthNumberFromName']);
      add(Number.prototype, ['days', 'fromNow', 'ago']);
    },
    sugar() {
      const extend = (to, names) => {
        for (const name of names) Object.defineProperty(to, name, {value: () => undefined, configurable: true, writable: true});
      };
      extend(Array.prototype, [
        'add',
        'average',
        'compact',
        'count',
        'exclude',
        'first',
        'from',
        'groupBy',
        'last',
        'max',
        'min',
        'sum',
        'unique',
        'zip'
      ]);
      extend(String.prototype, ['chars', 'first', 'format', 'from', 'has', 'isBlank', 'last', 'lines', 'to', 'words']);
      extend(Number.prototype, ['abs', 'ceil', 'days', 'format', 'pad', 'round', 'upto']);
      extend(Date.prototype, ['format', 'get', 'is', 'set', 'rewind', 'advance']);
      extend(Object.prototype, ['forEachKey', 'isEqual']);
      // Each match is replaced by a text of its own.
      String.prototype.replaceAll = function (found, ...texts) {
        let at = 0;
        return this.split(found).reduce((all, rest) => all + (texts[at++] ?? '') + rest);
      };
    },
    'core-js'() {
      // 2: its own Promise, Symbol-less iterators and a global core.
      window.core = window.__core_js_shared__ = {};
      const Native = Promise;
      window.Promise = class Promise extends Native {};
      add(Object.prototype, [], undefined);
      Object.defineProperty(Array.prototype, 'includes', {
        value(item) {
          return this.indexOf(item) >= 0;
        },
        configurable: true,
        writable: true
      });
    },
    zone() {
      const Native = Promise;
      class ZoneAwarePromise {
        constructor(run) {
          this.inner = new Native(run);
        }
        then(...given) {
          return new ZoneAwarePromise((resolve, reject) => this.inner.then(...given).then(resolve, reject));
        }
        catch(handle) {
          return this.then(undefined, handle);
        }
        finally(act) {
          return this.then(
            async (value) => (await act(), value),
            async (error) => {
              await act();
              throw error;
            }
          );
        }
      }
      for (const name of ['resolve', 'reject', 'all', 'race', 'allSettled', 'any'])
        ZoneAwarePromise[name] = (given) => new ZoneAwarePromise((resolve, reject) => Native[name](given).then(resolve, reject));
      window.Promise = ZoneAwarePromise;
      const {addEventListener} = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (...given) {
        return addEventListener.apply(this ?? window, given);
      };
      const {setTimeout} = window;
      window.setTimeout = (run, ...given) => setTimeout(() => run(), ...given);
      const {fetch} = window;
      window.fetch = (...given) => new ZoneAwarePromise((resolve, reject) => fetch(...given).then(resolve, reject));
    },
    amd() {
      window.define = () => undefined;
      window.define.amd = {};
      window.require = window.requirejs = () => undefined;
    },
    commonjs() {
      window.exports = {};
      window.module = {exports: window.exports};
    },
    additions() {
      for (const prototype of [Object.prototype, Array.prototype]) {
        prototype.extra = () => undefined;
        prototype.each = () => undefined;
        prototype.clone = () => undefined;
        prototype.note = 'x';
        prototype.count = 5;
      }
    },
    get: () => (Object.prototype.get = () => undefined),
    value: () => (Object.prototype.value = () => undefined),
    blob() {
      document.addEventListener('DOMContentLoaded', () => {
        html()[0].src = URL.createObjectURL(new Blob(['id,amount']));
      });
    },
    'no-comments'() {
      for (const prototype of [Element.prototype, ShadowRoot.prototype]) {
        const {set, get} = Object.getOwnPropertyDescriptor(prototype, 'innerHTML');
        Object.defineProperty(prototype, 'innerHTML', {
          get,
          set(text) {
            set.call(this, String(text).replace(/<!--.*?-->|<\?.*?>/gs, ''));
          },
          configurable: true
        });
      }
    },
    'closed-root'() {
      document.addEventListener('DOMContentLoaded', () => {
        const host = document.querySelector('[data-closed]');
        const root = host.attachShadow({mode: 'closed'});
        const all = [...html()];
        root.append(...all);
        window.hosts = () => all;
      });
    },
    'nested-roots'() {
      document.addEventListener('DOMContentLoaded', () => {
        const all = [...html()];
        let host = document.querySelector('[data-nested]');
        for (let depth = 0; depth < 3; depth++) {
          const inner = document.createElement('div');
          host.attachShadow({mode: 'open'}).append(inner);
          host = inner;
        }
        host.append(...all);
        window.hosts = () => all;
      });
    },
    'other-version'() {
      window.customElements.define('kpi-card', class extends HTMLElement {});
    },
    styles() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* {color: red !important; text-transform: uppercase !important; all: revert} html {font-size: 62.5%; color-scheme: dark} svg, text {display: none}'
      );
      document.adoptedStyleSheets = [sheet];
    },
    hidden() {
      addEventListener('load', () => {
        const box = document.querySelector('[hidden]');
        setTimeout(() => {
          box.hidden = false;
          box.style.width = box.style.height = '0';
          setTimeout(() => {
            box.style.width = '1px';
            setTimeout(() => (box.style.width = box.style.height = ''), 20);
          }, 20);
        }, 20);
      });
    },
    moves() {
      addEventListener('load', () => {
        const [one, two] = [document.createElement('div'), document.createElement('div')];
        document.body.append(one, two);
        for (let turn = 0; turn < 100; turn++) {
          const to = turn % 2 ? one : two;
          for (const element of html()) {
            if (turn % 4 > 1 && to.moveBefore) to.moveBefore(element, null);
            else to.insertBefore(element, null);
          }
        }
      });
    }
  };
  kinds[document.currentScript.src.split('?')[1]]();
})();
