import {readdirSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';
import ts from 'typescript';
import {describe, expect, it} from 'vitest';

/** Data flows down this list: a file imports from its own layer or from one above it. */
const layers = ['dataset', 'calendar', 'kpi', 'locales', 'view', 'scan', 'source', 'marks', 'styles', 'elements'];

/** The files beside the folders are faces of the package: each may show what lies up to and including one layer. */
const faces: Record<string, string> = {'engine.ts': 'view', 'classes.ts': 'elements', 'index.ts': 'elements'};

const packages = {core: ['d3'], source: ['hyparquet', '@uwdata/flechette'], rest: ['d3', 'lit']};

/** What is wrong with `file` (a path below src/) importing `specifier`; nothing when all is well. */
function breach(file: string, specifier: string): string | undefined {
  const own = depth(file);
  if (own < 0) return `${file} lies in no layer`;
  if (!specifier.startsWith('.')) {
    const allowed = own <= layers.indexOf('view') ? packages.core : layers[own] === 'source' ? packages.source : packages.rest;
    const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
    return allowed.includes(name) ? undefined : `${file} imports ${specifier}; its layer may use ${allowed.join(', ')}`;
  }
  const target = posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');
  const other = depth(target);
  if (other < 0) return `${file} imports ${specifier}, which lies in no layer`;
  if (target in faces && !(file in faces)) return `${file} imports ${specifier}, a face of the package`;
  return other > own ? `${file} imports ${specifier}, which lies below it` : undefined;
}

function depth(file: string): number {
  return layers.indexOf(faces[file] ?? file.split('/')[0]);
}

describe('layers', () => {
  it.each([
    ['kpi/measure.ts', '../view/card.js', 'lies below it'],
    ['dataset/dataset.ts', '../elements/kpi-card/kpi-card.js', 'lies below it'],
    ['kpi/definitions/win-rate.ts', '../../locales/en.js', 'lies below it'],
    ['locales/en.ts', '../view/card.js', 'lies below it'],
    ['engine.ts', './source/load.js', 'lies below it'],
    ['kpi/measure.ts', '../engine.js', 'a face of the package'],
    ['view/card.ts', 'lit', 'may use d3'],
    ['marks/bars.ts', 'lodash', 'may use d3, lit'],
    ['source/read.ts', 'node:fs', 'may use'],
    ['utils/sum.ts', './add.js', 'lies in no layer'],
    ['kpi/measure.ts', '../utils/sum.js', 'lies in no layer']
  ])('%s may not import %s', (file, specifier, complaint) => {
    expect(breach(file, specifier)).toContain(complaint);
  });

  it.each([
    ['view/card.ts', '../kpi/measure.js'],
    ['view/card.ts', '../locales/en.js'],
    ['kpi/definitions/win-rate.ts', '../flow.js'],
    ['kpi/series.ts', 'd3'],
    ['elements/kpi-card/kpi-card.ts', 'lit/decorators.js'],
    ['elements/kpi-card/kpi-card.ts', 'lit/decorators.js'],
    ['engine.ts', './kpi/measure.js'],
    ['index.ts', './classes.js']
  ])('%s may import %s', (file, specifier) => {
    expect(breach(file, specifier)).toBeUndefined();
  });

  it('hold in every source file', () => {
    const root = new URL('../src/', import.meta.url);
    const files = readdirSync(root, {recursive: true, encoding: 'utf8'})
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.ts'));
    expect(files).not.toHaveLength(0);
    const breaches = files.flatMap((file) => {
      if (depth(file) < 0) return [`${file} lies in no layer`];
      const {importedFiles} = ts.preProcessFile(readFileSync(new URL(file, root), 'utf8'));
      return importedFiles.map(({fileName}) => breach(file, fileName)).filter((complaint) => complaint !== undefined);
    });
    expect(breaches).toEqual([]);
  });
});
