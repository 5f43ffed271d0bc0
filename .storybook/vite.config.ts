import type {UserConfig} from 'vite';

const config: UserConfig = {
  // Named at the start: a dependency that Vite finds later reloads the page under a running test and may load Lit twice.
  optimizeDeps: {
    include: [
      '@storybook/web-components',
      'd3',
      'lit',
      'lit/decorators.js',
      'lit/directive-helpers.js',
      'lit/directive.js',
      'lit/directives/*.js'
    ]
  }
};

export default config;
