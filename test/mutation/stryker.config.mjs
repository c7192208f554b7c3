/**
 * Mutation testing of the rules: breaks `core/` in thousands of small ways and counts how many the tests of `core/` see.
 *
 *     npm run mutate                                   all of it, most of an hour
 *     npm run mutate -- --mutate 'core/rfm/*.ts'       one folder
 *
 * Texts are not mutated: their tests are the tables of sentences. Mutants of constants outside functions are left out,
 * since each would need all tests anew.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  mutate: ['core/**/*.ts', '!core/messages/**'],
  ignorePatterns: [
    '*',
    '!core',
    '!core/**',
    '!test',
    '!test/core/**',
    '!test/mutation/**',
    '!package.json',
    'core/tsconfig.json',
  ],
  // TypeScript 7 has no JavaScript API, which rewriting a tsconfig would need: name one that is not there.
  tsconfigFile: 'none',
  ignoreStatic: true,
  concurrency: 2,
  reporters: ['clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: false },
  jsonReporter: { fileName: 'dist/mutation/mutation.json' },
  htmlReporter: { fileName: 'dist/mutation/mutation.html' },
  tempDirName: 'dist/mutation/sandbox',
  allowConsoleColors: false,
}
