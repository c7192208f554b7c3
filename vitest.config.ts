import { defineConfig } from 'vitest/config'

/** Tests that leave nothing behind in their process, so that many files share one and load what they need once. */
const shared = [
  'test/core/**/*.test.ts',
  'test/functions/**/*.test.ts',
  'test/infra/**/*.test.ts',
  'test/local/dynamodb/**/*.test.ts',
  'test/local/sample/**/*.test.ts',
  'test/addon/formula*.test.ts',
  'test/addon/moved-tabs/*.test.ts',
  'test/{texts,local/orders-file}.test.ts',
]

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // The SDK's reminder that it will one day ask for a newer Node: its version is pinned.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // In the order of their names: the many short files come last, so that both workers end together.
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: ['test/**/*.test.ts'], exclude: [...shared, '**/node_modules/**'] },
      },
      { extends: true, test: { name: 'shared', include: shared, isolate: false } },
    ],
  },
})
