import { defineConfig } from 'vitest/config'

/** `npm run gallery`: pictures of every form, not a part of the tests. */
export default defineConfig({
  test: {
    include: ['test/gallery/gallery.ts', 'test/gallery/states.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Pictures are to be looked at: forms are drawn sharp.
    env: { PICTURES: 'dist/gallery' },
  },
})
