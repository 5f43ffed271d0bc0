import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // Properties are tried a thousand times, on a busy machine too.
          testTimeout: 60_000,
          include: ['test/{dataset,calendar,kpi,view,locales,scan,tools}/**/*.test.ts', 'test/*.test.ts'],
          // An odd zone (UTC+12:45, with summer time) shows any figure that leans on the reader's clock.
          env: {TZ: 'Pacific/Chatham'}
        }
      },
      // Starting Storybook takes seconds, so its tests join in only when Storybook itself asks for them.
      ...(process.env.VITEST_STORYBOOK ? ['.storybook/vitest.config.ts'] : [])
    ]
  }
});
