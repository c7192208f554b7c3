import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Puts all pictures of a folder onto one page, the two languages of a state side by side. */
export async function writeAlbum(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.png')).sort()
  const figures = files.map((file) => `<figure><img src="${encodeURI(file)}"><figcaption>${file}</figcaption></figure>`)
  const page = `<!DOCTYPE html><meta charset="utf-8"><title>Forms</title>
<style>body{display:flex;flex-wrap:wrap;gap:16px;background:#e0e0e0;font:12px sans-serif}figure{margin:0}</style>
${figures.join('\n')}
`
  await writeFile(join(folder, 'index.html'), page)
}
