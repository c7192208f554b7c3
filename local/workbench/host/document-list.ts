import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '../../apps-script/write-whole.ts'

/** A spreadsheet under the data folder; the first one's key is empty, a copy's is its id. */
export type DocumentEntry = { key: string; name: string }

/** The first spreadsheet and its copies: which there are, in which folder each is, and which one is open. */
export async function documentList(dir: string) {
  const file = join(dir, 'documents.json')
  let { current, all }: { current: string; all: DocumentEntry[] } = await readFile(file, 'utf8').then(
    JSON.parse,
    () => ({
      current: '',
      all: [],
    }),
  )

  async function keep(key: string, entries: DocumentEntry[]): Promise<void> {
    current = key
    all = entries
    await writeWhole(file, JSON.stringify({ current, all }))
  }

  return {
    current: () => current,
    /** Empty where nothing was ever copied. */
    all: () => all,
    folder: (key = current) => (key === '' ? dir : join(dir, 'copies', key)),
    /** @param original The name of the one that is open, which is listed from now on too. */
    add: (copy: DocumentEntry, original: string) =>
      keep(copy.key, [...(all.length > 0 ? all : [{ key: '', name: original }]), copy]),
    /** @throws Error where there is none of that key. */
    async choose(key: string): Promise<void> {
      if (!all.some((entry) => entry.key === key)) throw new Error(`There is no spreadsheet ${key}.`)
      await keep(key, all)
    },
  }
}
