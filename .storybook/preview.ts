import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {html} from 'lit';
import manifest from '../custom-elements.json' with {type: 'json'};

setCustomElementsManifest(manifest);

const widths = {'180': '180 px', '360': '360 px', '900': '900 px', full: 'Full width'};

const preview: Preview = {
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
      toolbar: {icon: 'grow', dynamicTitle: true, items: Object.entries(widths).map(([value, title]) => ({value, title}))}
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
      return html`<div style="max-inline-size: ${width === 'full' ? 'none' : `${width}px`}">${story()}</div>`;
    }
  ]
};

export default preview;
