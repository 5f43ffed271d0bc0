import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {html} from 'lit';
import manifest from '../custom-elements.json' with {type: 'json'};

setCustomElementsManifest(manifest);

const widths = ['180px', '360px', '900px', 'full'];

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
