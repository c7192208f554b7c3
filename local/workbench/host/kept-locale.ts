import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '../../apps-script/write-whole.ts'

export type Locale = 'en' | 'zh-CN'

/** The person's interface language, kept under the data folder once they have chosen one. */
export async function keptLocale(dir: string, usual: Locale) {
  const file = join(dir, 'locale.json')
  let locale: Locale = await readFile(file, 'utf8').then(JSON.parse, () => usual)
  return {
    now: () => locale,
    async choose(next: Locale): Promise<void> {
      locale = next
      await writeWhole(file, JSON.stringify(next))
    },
  }
}
