import { defineConfig } from 'vitest/config'
import { subjects } from './subjects.mjs'

export default defineConfig({
  test: { include: subjects[process.env.MUTATED], testTimeout: 30_000, setupFiles: ['test/close-opened.ts'] },
})
