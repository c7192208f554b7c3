import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The built add-on in a folder: its script, the time zone of its manifest, and its HTML files by name. */
export async function addonFiles(dir: string) {
  const text = (name: string) => readFile(join(dir, name), 'utf8')
  const [code, manifest] = await Promise.all([text('Code.js'), text('appsscript.json')])
  const { timeZone } = JSON.parse(manifest) as { timeZone: string }
  const html = (name: string): Promise<string | undefined> => text(`${name}.html`).catch(() => undefined)
  return { code, timeZone, html }
}
