import { afterAll } from 'vitest'
import { openedHosts } from './script-hosts.ts'

// A setup file, because it runs anew before each test file, where a helper that several files load runs once.
afterAll(() => Promise.all(openedHosts.splice(0).map((host) => host.close())))
