import { afterAll } from 'vitest'
import { opened } from './opened.ts'

// A setup file, because it runs anew before each test file, where a helper that several files load runs once.
afterAll(() => Promise.all(opened.splice(0).map((each) => each.close())))
