import js from '@eslint/js';
import {defineConfig, globalIgnores} from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const browserCode = ['src/**/*.ts', 'stories/**/*.ts', '.storybook/**/*.ts', 'test/{elements,browser,marks,source,styles}/**/*.ts'];

export default defineConfig(
  globalIgnores(['dist/', 'storybook-static/', 'coverage/', 'demo/data/']),
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      // Such an import stays as one for its side effects, of a file that nothing is needed of.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true}
      ],
      // Typed arrays would drown in checks under `noUncheckedIndexedAccess`; without it these two mistake real checks for idle ones.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-useless-default-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-implicit-coercion': ['error', {allow: ['!!', '+']}]
    }
  },
  {
    files: browserCode,
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], litA11y.configs.recommended],
    settings: {wc: {elementBaseClasses: ['LitElement', 'KpiElement']}},
    rules: {
      'lit/attribute-names': ['error', {convention: 'kebab'}],
      'lit/no-classfield-shadowing': 'error',
      'lit/prefer-static-styles': 'error',
      // `define` stands alone in a module of its own, so importing a class registers nothing.
      'wc/define-tag-after-class-definition': 'off',
      'wc/guard-define-call': 'error'
    }
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Assertions read as sentences: `expect(x).to.be.true`.
      '@typescript-eslint/no-unused-expressions': 'off',
      // `@open-wc/testing` types chai's `equal` as a promise, which it is not.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {allowForKnownSafeCalls: [{from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal'}]}
      ]
    }
  },
  {files: ['**/*.js'], languageOptions: {globals: globals.node}},
  {
    files: ['demo/*.js', 'test/bench/page/{selection,contenders/*}.js', 'test/hosts/{before,report}.js'],
    languageOptions: {globals: globals.browser}
  },
  // What is evaluated in the page.
  {files: ['test/bench/page/{board,load}.js'], languageOptions: {globals: {...globals.node, ...globals.browser}}}
);
