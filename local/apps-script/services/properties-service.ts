import type { StoreName } from '../ops.ts'
import { ask } from './ask.ts'
import { emulated } from './emulated.ts'

/** The global `PropertiesService`. */
export const propertiesService = emulated('PropertiesService', {
  getScriptProperties: () => properties('script'),
  getDocumentProperties: () => properties('document'),
  getUserProperties: () => properties('user'),
})

function properties(store: StoreName) {
  const all = () => ask('PropertiesService.getProperties', { store })
  const change = (set: Record<string, string>, remove: string[]) => {
    ask('PropertiesService.setProperties', { store, set, remove })
  }
  return emulated('Properties', {
    getProperty: (key: string) => all()[key] ?? null,
    getProperties: all,
    getKeys: () => Object.keys(all()),
    setProperty(key: string, value: unknown) {
      change({ [key]: String(value) }, [])
      return this
    },
    setProperties(values: Record<string, unknown>, deleteAllOthers = false) {
      const set = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))
      change(set, deleteAllOthers ? Object.keys(all()) : [])
      return this
    },
    deleteProperty(key: string) {
      change({}, [key])
      return this
    },
    deleteAllProperties() {
      change({}, Object.keys(all()))
      return this
    },
  })
}
