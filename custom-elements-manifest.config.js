import {readdirSync, readFileSync} from 'node:fs';

/** Where a reader of the manifest imports a source file from: `src/elements/kpi-card/kpi-card.ts` is published as `kpi-card.js`. */
const published = (path) => {
  const [, folder] = path.match(/^\/?src\/elements\/([^/]+)\//) ?? [];
  return folder ? `${folder}.js` : 'classes.js';
};

/** Shows what the package publishes: its modules under their published names, holding their public classes and nothing else. */
function publish() {
  return {
    name: 'publish',
    packageLinkPhase({customElementsManifest: manifest}) {
      const modules = new Map();
      // The analyzer lists files as the file system hands them over, which differs between machines.
      const sources = manifest.modules.toSorted((a, b) => (a.path < b.path ? -1 : 1));
      for (const {path, declarations, exports} of sources) {
        const name = published(path);
        const joined = modules.get(name) ?? {kind: 'javascript-module', path: name, declarations: [], exports: []};
        // What extends nothing is a part of how an element works inside.
        const classes = declarations.filter(({kind, superclass}) => kind === 'class' && superclass);
        const exported = classes.filter(({tagName, superclass}) => tagName || superclass.name === 'CustomEvent').map(({name}) => name);
        joined.declarations.push(...classes.map(open));
        joined.exports.push(...exports.filter(({kind, name}) => kind === 'custom-element-definition' || exported.includes(name)));
        modules.set(name, joined);
      }
      manifest.modules = [...modules.values()].filter(({declarations}) => declarations.length > 0).map(rename);
    }
  };
}

/** The choices of each type that is a union of texts, `Compare` -> `'previous' | 'year-ago'`: who reads the manifest does not see what a name stands for. */
const choices = new Map(
  readdirSync('src', {recursive: true})
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...readFileSync(`src/${path}`, 'utf8').matchAll(/^export type (\w+) = ('[^;]+');/gm)])
    .map(([, name, union]) => [name, union])
);

/** Types as their readers write them, each said once. */
const spelt = (text) => [...new Set(text.split(' | ').map((name) => choices.get(name) ?? name))].join(' | ');

/** Drops private members and, as the analyzer reads them from `dispatchEvent(new ...)`, events without a description. */
function open({superclass, members, events, ...declaration}) {
  return {
    ...declaration,
    ...(superclass && {superclass: superclass.name === 'Event' ? {name: 'Event', package: 'global:'} : superclass}),
    ...(members && {members: members.filter(({privacy, name}) => !/private|protected/.test(privacy) && !name.startsWith('#'))}),
    ...(events && {events: events.filter(({description}) => description)})
  };
}

/** Puts published paths where a declaration refers to a source module, and choices where it names them. */
function rename(value) {
  if (Array.isArray(value)) return value.map(rename);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key === 'type' && inner.text) return [key, {...inner, text: spelt(inner.text)}];
    return [key, key === 'module' ? published(inner) : rename(inner)];
  });
  return Object.fromEntries(entries);
}

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/elements/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publish()]
};
