import base from './stryker.config.mjs'

const file = process.env.MUTATED

/** One file of `subjects.mjs`, named by `MUTATED`, against its own tests: the others would take minutes a mutant. */
export default {
  ...base,
  mutate: [file],
  testRunner: 'whole-files',
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/whole-files.mjs'],
  vitest: { configFile: 'test/mutation/vitest.store.config.mjs', related: false },
  ignorePatterns: [
    '*',
    ...['core', 'functions', 'addon', 'local', 'test'].flatMap((folder) => [`!${folder}`, `!${folder}/**`]),
    '!package.json',
    'test/{road,gallery,simulation,soak}',
    'test/{node,browser}/node_modules',
    '**/tsconfig.json',
  ],
  concurrency: 1,
  ignoreStatic: false,
  thresholds: { high: 95, low: 90, break: 90 },
  jsonReporter: { fileName: `dist/mutation/${file?.replaceAll('/', '-')}.json` },
  htmlReporter: { fileName: `dist/mutation/${file?.replaceAll('/', '-')}.html` },
}
