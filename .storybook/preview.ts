import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {html} from 'lit';
import manifest from '../custom-elements.json' with {type: 'json'};
import {catalog} from '../src/kpi/catalog.js';

setCustomElementsManifest(manifest);

const controls = new Map([
  ['string', 'text'],
  ['number', 'number'],
  ['boolean', 'boolean']
] as const);

/** A control by the type of what it sets, which offers what there is to choose from: the KPIs of the catalog, the texts of a union. */
const control: NonNullable<Preview['argTypesEnhancers']>[number] = ({argTypes}) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, arg]) => {
      if (arg.options || arg.table?.category !== 'attributes') return [name, arg];
      const types = arg.table.type?.summary?.split(' | ').filter((type) => type !== 'undefined') ?? [];
      const options =
        name === 'kpi' ? catalog.map(({id}) => id) : types.filter((type) => type.startsWith("'")).map((text) => text.slice(1, -1));
      if (options.length > 1) return [name, {...arg, control: {type: 'select'}, options}];
      const type = types.length === 1 && controls.get(types[0] as 'string');
      return [name, type ? {...arg, control: {type}} : arg];
    })
  );

const widths = ['180px', '360px', '900px', 'full'];

const preview: Preview = {
  argTypesEnhancers: [control],
  parameters: {
    a11y: {test: 'error'},
    controls: {expanded: true},
    layout: 'padded'
  },
  initialGlobals: {scheme: 'light', width: 'full', language: 'en'},
  globalTypes: {
    scheme: {
      description: 'Colour scheme',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          {value: 'light', title: 'Light'},
          {value: 'dark', title: 'Dark'}
        ]
      }
    },
    width: {
      description: 'Width of the container',
      toolbar: {icon: 'ruler', dynamicTitle: true, items: widths}
    },
    language: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          {value: 'en', title: 'English'},
          {value: 'sv', title: 'Svenska'},
          {value: 'ar', title: 'العربية (right to left)'}
        ]
      }
    }
  },
  decorators: [
    (story, {globals}) => {
      const {scheme, width, language} = globals as {scheme: string; width: string; language: string};
      const page = document.documentElement;
      page.lang = language;
      page.dir = language === 'ar' ? 'rtl' : 'ltr';
      page.style.colorScheme = scheme;
      page.style.background = 'Canvas';
      page.style.fontFamily = 'system-ui, sans-serif';
      return html`<div style="max-inline-size: ${width === 'full' ? 'none' : width}">${story()}</div>`;
    }
  ]
};

export default preview;
