import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';
import ts from 'typescript';
import {build} from 'vite';
import {beforeAll, describe, expect, it} from 'vitest';

type Kind = 'members' | 'attributes' | 'events' | 'slots' | 'cssParts' | 'cssProperties' | 'cssStates';

interface Manifest {
  modules: {
    path: string;
    declarations: ({name: string; tagName?: string} & Partial<Record<Kind, {name: string; privacy?: string; description?: string}[]>>)[];
    exports: {kind: string; name: string}[];
  }[];
}

interface Package {
  exports: Record<string, unknown>;
  sideEffects: string[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => JSON.parse(readFileSync(root + path, 'utf8')) as unknown;
const {exports, sideEffects} = read('package.json') as Package;
const {modules} = read('custom-elements.json') as Manifest;
const tags = readdirSync(`${root}src/elements`, {withFileTypes: true}).flatMap(({name}) =>
  existsSync(`${root}src/elements/${name}/define.ts`) ? [name] : []
);

describe('the package', () => {
  it('exports a module for each element', () => {
    expect(Object.keys(exports)).toEqual(expect.arrayContaining(tags.map((tag) => `./${tag}.js`)));
  });

  it('declares side effects for what registers elements, and nothing else', () => {
    const registering = ['index', ...tags].map((name) => `./dist/${name}.js`);
    const built = [...registering, './dist/at-once.js', './dist/server/*.js', './dist/cdn/*.js'];
    expect(sideEffects.toSorted()).toEqual(
      [...built, './src/index.ts', './src/elements/*/define.ts', './src/source/at-once.ts'].toSorted()
    );
  });
});

describe('the manifest', () => {
  it('defines each element where the package exports it', () => {
    const defined = modules.flatMap(({path, exports}) =>
      exports.flatMap(({kind, name}) => (kind === 'custom-element-definition' ? [[name, path]] : []))
    );
    expect(defined.toSorted()).toEqual(tags.map((tag) => [tag, `${tag}.js`]).toSorted());
  });

  it('names only modules that can be imported', () => {
    expect(Object.keys(exports)).toEqual(expect.arrayContaining(modules.map(({path}) => `./${path}`)));
  });

  it('names only classes that can be imported', () => {
    const classes = readFileSync(`${root}src/classes.ts`, 'utf8');
    const named = modules.flatMap(({exports}) => exports.flatMap(({kind, name}) => (kind === 'js' ? [name] : [])));
    expect(named).toHaveLength(7);
    expect(named.filter((name) => !classes.match(/\w+/g)?.includes(name))).toEqual([]);
  });

  it('says of all it shows what it is', () => {
    const shown = modules.flatMap(({declarations}) => declarations.filter(({tagName}) => tagName));
    expect(shown).toHaveLength(tags.length);
    for (const element of shown)
      for (const kind of ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'] as const) {
        expect(element[kind]?.length).toBeGreaterThan(0);
        expect(element[kind]?.filter(({description}) => !description).map(({name}) => `${element.tagName} ${kind}: ${name}`)).toEqual([]);
      }
  });

  it('shows nothing private', () => {
    const members = modules.flatMap(({declarations}) => declarations.flatMap(({members = []}) => members));
    expect(members).not.toHaveLength(0);
    expect(members.filter(({name, privacy}) => name.startsWith('#') || (privacy ?? 'public') !== 'public')).toEqual([]);
  });
});

describe('the built modules', () => {
  const outDir = `${root}node_modules/.cache/built`;

  beforeAll(async () => {
    await build({root, logLevel: 'error', build: {outDir, emptyOutDir: true}});
  });

  /** The tags that importing a module registers: those of the module and of all it imports. */
  function registered(file: string, seen = new Set<string>()): string[] {
    if (seen.has(file)) return [];
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    const own = [...text.matchAll(/customElements\.define\(["'`]([^"'`]+)/g)].map((match) => match[1]);
    const imports = ts.preProcessFile(text).importedFiles.filter(({fileName}) => fileName.startsWith('.'));
    return [...own, ...imports.flatMap(({fileName}) => registered(fileURLToPath(new URL(fileName, pathToFileURL(file))), seen))];
  }

  it.each(tags)('%s.js registers itself alone', (tag) => {
    expect(registered(`${outDir}/${tag}.js`)).toEqual([tag]);
  });

  it('index.js registers all', () => {
    expect(registered(`${outDir}/index.js`).toSorted()).toEqual(tags.toSorted());
  });

  it.each(['classes', 'engine'])('%s.js registers none', (name) => {
    expect(registered(`${outDir}/${name}.js`)).toEqual([]);
  });

  it('engine.js runs without a DOM', async () => {
    expect(await import(/* @vite-ignore */ `${outDir}/engine.js`)).toHaveProperty('measure');
  });

  it('engine.js prints what the README says it does', () => {
    const [, code] = /## The engine.*?```js\n(.*?)```/s.exec(readFileSync(`${root}README.md`, 'utf8')) ?? [];
    const said = [...code.matchAll(/; \/\/ (.+)/g)].map(([, text]) => text);
    expect(said.length).toBeGreaterThan(5);
    writeFileSync(`${outDir}/readme.js`, code.replace('sales-kpi-elements/engine.js', './engine.js'));
    expect(
      execFileSync(process.execPath, [`${outDir}/readme.js`], {encoding: 'utf8'})
        .trim()
        .split('\n')
    ).toEqual(said);
  });
});
