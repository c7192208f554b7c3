import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoreName } from './ops.ts'
import { writeWhole } from './write-whole.ts'

const VALUE_BYTES = 9 * 1024
const STORE_BYTES = 500 * 1024

type Stores = Record<StoreName, Record<string, string>>

/** Script, document and user properties, in one file under `dir` or in memory where there is none, within Google's limits. */
export async function propertyStore(dir?: string) {
  const file = dir === undefined ? undefined : join(dir, 'properties.json')
  const stores: Stores = { script: {}, document: {}, user: {}, ...(await stored(file)) }

  /** Throws Google's sentence where a limit is passed, and then changes nothing. */
  async function change(store: StoreName, set: Record<string, string>, remove: string[]): Promise<void> {
    const kept = Object.entries(stores[store]).filter(([key]) => !remove.includes(key))
    const next = { ...Object.fromEntries(kept), ...set }
    if (Object.values(set).some((value) => Buffer.byteLength(value) > VALUE_BYTES)) {
      throw new Error('Argument too large: value')
    }
    const size = Object.entries(next).reduce((sum, entry) => sum + Buffer.byteLength(entry.join('')), 0)
    if (size > STORE_BYTES) {
      throw new Error('You have exceeded the property storage quota. Please remove some properties and try again.')
    }
    stores[store] = next
    if (file !== undefined) await writeWhole(file, JSON.stringify(stores))
  }

  return { all: (store: StoreName): Record<string, string> => stores[store], change }
}

export type PropertyStore = Awaited<ReturnType<typeof propertyStore>>

async function stored(file: string | undefined): Promise<Partial<Stores>> {
  if (file === undefined) return {}
  return readFile(file, 'utf8').then(JSON.parse, (error) => {
    if (error.code === 'ENOENT') return {}
    throw error
  })
}
