import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: {
    name: '@storybook/web-components-vite',
    // Not the library's vite.config.ts, which builds modules with Lit and d3 left out.
    options: {builder: {viteConfigPath: '.storybook/vite.config.ts'}}
  },
  staticDirs: [{from: '../demo/data', to: '/data'}],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
  // The toolbar has a colour scheme and a width of its own.
  features: {backgrounds: false, sidebarOnboardingChecklist: false, viewport: false}
};

export default config;
