import {defineConfig, type Plugin, type UserConfig} from 'vite';

const elements = ['kpi-card', 'kpi-trend', 'rep-leaderboard', 'funnel-chart'];

/** White space in a `css` template, and between the tags of an `html` one, is for those who read the source. */
const templates: Plugin = {
  name: 'templates',
  transform(code, id) {
    if (!/src.*\.ts$/.test(id)) return null;
    const css = (text: string) =>
      text
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,]) ?|(:) /g, '$1$2')
        .replace(/;}/g, '}');
    return code.replace(/css`([^`]*)`/g, (_, text: string) => `css\`${css(text)}\``).replace(/>\n\s+(?=[<$])/g, '> ');
  }
};

/** Read the files that only some pages get: those install them or name them in an import map. */
const readers = ['hyparquet', '@uwdata/flechette'];

/** For bundlers: a module an entry of the package, Lit and d3 left to the page's own copies; what loads on demand in a folder of its own. */
const modules: UserConfig = {
  plugins: [templates],
  build: {
    target: 'es2022',
    minify: false,
    lib: {
      formats: ['es'],
      entry: {
        index: 'src/index.ts',
        classes: 'src/classes.ts',
        engine: 'src/engine.ts',
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

/** For plain pages: one file, once as a module, which loads further languages from beside itself, and once as a script with all in it. */
const cdn: UserConfig = {
  plugins: [templates],
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    lib: {
      formats: ['es', 'iife'],
      name: 'SalesKpiElements',
      entry: 'src/index.ts',
      fileName: (format) => (format === 'es' ? 'sales-kpi-elements.js' : 'sales-kpi-elements.iife.js')
    },
    rolldownOptions: {external: readers, output: {minify: true, chunkFileNames: 'sales-kpi-elements.[name].js'}}
  }
};

export default defineConfig(({mode}) => (mode === 'cdn' ? cdn : modules));
