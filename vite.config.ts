import {build, defineConfig, type Plugin, type UserConfig} from 'vite';

const elements = ['kpi-card', 'kpi-trend', 'rep-leaderboard', 'funnel-chart'];
/** What each of them has computed. */
const views = ['card', 'trend', 'leaderboard', 'funnel'];

/** White space in a `css` template, and between the tags and the attributes of an `html` one, is for those who read the source. */
const templates: Plugin = {
  name: 'templates',
  transform(code, id) {
    if (!/src.*\.ts$/.test(id)) return null;
    const css = (text: string) =>
      text
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,>]) ?|(:) /g, '$1$2')
        .replace(/\b0\./g, '.')
        .replace(/;}/g, '}');
    return code
      .replace(/css`([^`]*)`/g, (_, text: string) => `css\`${css(text)}\``)
      .replace(/\n\s+(?=[<$]|\/?>|[@.?]?[\w-]+=["$])/g, ' ')
      .replace(/\n\s+/g, '\n');
  }
};

/** Read the files that only some pages get: those install them or name them in an import map. */
const readers = ['hyparquet', '@uwdata/flechette'];

/** The modules of the package that render elements. */
const modulesOfElements = ['index', 'classes', ...elements];

/** The same on a server, which renders at once and waits for no file. */
const server: Plugin = {
  name: 'server',
  generateBundle() {
    for (const name of modulesOfElements)
      this.emitFile({type: 'asset', fileName: `server/${name}.js`, source: `import '../at-once.js';\nexport * from '../${name}.js';\n`});
  }
};

/** For bundlers: a module an entry of the package, Lit and d3 left to the page's own copies; what loads on demand in a folder of its own. */
const modules: UserConfig = {
  plugins: [templates, server],
  build: {
    target: 'es2022',
    minify: false,
    lib: {
      formats: ['es'],
      entry: {
        index: 'src/index.ts',
        classes: 'src/classes.ts',
        engine: 'src/engine.ts',
        // A file of its own, so that a worker can load it without what draws.
        figures: 'src/source/figures.ts',
        'at-once': 'src/source/at-once.ts',
        ...Object.fromEntries(views.map((name) => [`view/${name}`, `src/view/${name}.ts`])),
        ...Object.fromEntries(elements.map((tag) => [tag, `src/elements/${tag}/define.ts`]))
      }
    },
    rolldownOptions: {
      external: [/^(?:lit|@lit|d3)(?:\/|$)/, ...readers],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: ({isDynamicEntry}) => `${isDynamicEntry ? 'on-demand' : 'chunks'}/[name]-[hash].js`
      }
    }
  }
};

/** Stands in for Array.from, in a file's own scope, where a library has put one in its place that knows no iterables. */
const arrayFrom =
  '(of,each)=>{let all=of[Symbol.iterator]?[...of]:Array(of.length).fill();return each?all.map((one,at)=>each(one,at)):all}';

/**
 * Plain pages bring libraries that change what all scripts share. Lit lists its versions under a name of the window that an id of the page may have taken,
 * and throws where its policy's name is taken, or not listed on a page that requires none; exports are told by names that others may have added to.
 * A script that is no module is read in the encoding of its page, but where a mark at its start says otherwise.
 */
const amongOthers: Plugin = {
  name: 'among-others',
  transform: (code, id) =>
    /node_modules.*lit/.test(id)
      ? code
          .replace(/\(\w+\.\w+Versions\s*\?\?=\s*\[\]\)\.push\([^)]*\)/g, '0')
          .replace(/(\w+)\.createPolicy\("lit-html",(\{.*?\})\)/, '(()=>{try{return $1.createPolicy("lit-html",$2)}catch{}})()')
      : null,
  generateBundle({format}, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      chunk.code = chunk.code.replace(/for\(var (\w+) in (\w+)\)(?=\w+\(\w+,\w+,\{get:)/g, 'for(var $1 of Object.keys($2))');
      // Nobody bundles these files any more.
      chunk.code = chunk.code.replace(/(\w?)\/\* @__PURE__ \*\/ /g, (_, before: string) => before && `${before} `);
      if (format === 'iife') chunk.code = `\ufeff${chunk.code}`;
    }
  }
};

/** A file for plain pages. What is used at once Chrome compiles while it comes, not function by function when each is first called. */
function file(name: string, entry: string, format: 'es' | 'iife', isUsedAtOnce = false, plugins: Plugin[] = []): UserConfig {
  return {
    plugins: [templates, amongOthers, ...plugins],
    // A script does not know where it lies: it has no worker to load itself into.
    define: {'Array.from': '$from', ...(format === 'iife' && {'import.meta.url': 'undefined'})},
    build: {
      target: 'es2022',
      outDir: 'dist/cdn',
      emptyOutDir: format === 'es' && entry === 'src/index.ts',
      lib: {formats: [format], name: 'SalesKpiElements', entry, fileName: () => `${name}.js`},
      rolldownOptions: {
        external: readers,
        // Of d3 only what is used: its searching, made when it loads, is not.
        treeshake: {manualPureFunctions: ['bisector'], propertyReadSideEffects: false},
        output: {
          minify: true,
          intro: `var $from=${arrayFrom};`,
          postBanner: ({isEntry}) => (isEntry && isUsedAtOnce ? '//# allFunctionsCalledOnLoad' : ''),
          generatedCode: {symbols: false},
          chunkFileNames: 'sales-kpi-elements.[name].js'
        }
      }
    }
  };
}

/**
 * What loads on demand is a file of its own, which holds all it needs: an import back of the module that asked for it would miss that one where its
 * address has a query or came by a redirect, and load a second copy, with a second Lit.
 */
let outDir = '';
const apart: Plugin = {
  name: 'apart',
  enforce: 'pre',
  configResolved(config) {
    ({outDir} = config.build);
  },
  resolveId(id) {
    const name = /\/more\.js$/.test(id) ? 'more' : new RegExp(`/(figures|view/(${views.join('|')}))\\.js$`).test(id) && 'figures';
    return name ? {id: `./sales-kpi-elements.${name}.js`, external: true} : null;
  },
  async closeBundle() {
    for (const beside of [
      file('sales-kpi-elements.more', 'src/elements/more/more.ts', 'es'),
      file('sales-kpi-elements.figures', 'src/source/all-figures.ts', 'es', true),
      file('sales-kpi-elements.iife', 'src/index.ts', 'iife')
    ])
      await build({...beside, build: {...beside.build, outDir}, configFile: false});
  }
};

/** For plain pages: one module, which loads from beside itself what few need, and one script for pages that cannot load modules, with all in it. */
const cdn = file('sales-kpi-elements', 'src/index.ts', 'es', true, [apart]);

export default defineConfig(({mode}) => (mode === 'cdn' ? cdn : modules));
