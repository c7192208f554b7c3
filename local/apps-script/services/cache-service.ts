import type { StoreName } from '../ops.ts'
import { ask } from './ask.ts'
import { emulated } from './emulated.ts'

const USUAL_SECONDS = 600

/** The global `CacheService`. */
export const cacheService = emulated('CacheService', {
  getScriptCache: () => cache('script'),
  getDocumentCache: () => cache('document'),
  getUserCache: () => cache('user'),
})

function cache(store: StoreName) {
  return emulated('Cache', {
    get: (key: string) => ask('CacheService.getAll', { store, keys: [key] })[key] ?? null,
    getAll: (keys: string[]) => ask('CacheService.getAll', { store, keys }),
    put(key: string, value: string, seconds = USUAL_SECONDS) {
      ask('CacheService.putAll', { store, values: { [key]: String(value) }, seconds })
    },
    putAll(values: Record<string, string>, seconds = USUAL_SECONDS) {
      ask('CacheService.putAll', { store, values, seconds })
    },
    remove(key: string) {
      ask('CacheService.removeAll', { store, keys: [key] })
    },
    removeAll(keys: string[]) {
      ask('CacheService.removeAll', { store, keys })
    },
  })
}
