import { defineConfig } from 'vitest/config'
import { PATIENCE_MS } from './test/patience.ts'

export default defineConfig({
  test: {
    // For a hang alone: on a machine that others use too, a test may take twenty times as long as it does by itself.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: PATIENCE_MS } },
    // More than the two processors of a small machine: a test in a browser waits a fifth of its time.
    maxWorkers: 3,
    setupFiles: ['test/close-opened.ts'],
    // The SDK's reminder that it will one day ask for a newer Node: its version is pinned.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // What is built is loaded as it is: to transform it again took most of the time of a test of a planted bug.
    server: { deps: { external: [/\/dist\//] } },
    // Files share a process, and what they have loaded or started: none leaves anything behind.
    isolate: false,
    include: ['test/**/*.test.ts'],
  },
})
