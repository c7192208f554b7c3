import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildAddon } from '../build.mjs'
import { bundled, reference } from './gather.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PAGES = { en: 'functions.md', 'zh-CN': 'functions.zh-CN.md' }
const PICTURES = 'functions'

/**
 * The pages about functions and their pictures.
 *
 * @param {string} code The built script, which answers the examples.
 * @returns {Promise<{ files: Map<string, string>, families: object[], problems: string[] }>} Texts by path under `docs/`.
 */
export async function docs(code) {
  const { page, drawn } = await bundled(`
    export { page } from './pages.ts'
    export { drawn } from './picture.ts'
  `)
  const { families, problems } = await reference(code)
  const files = new Map()
  for (const [language, name] of Object.entries(PAGES)) {
    const address = (of) => `${PICTURES}/${of}.${language}.svg`
    files.set(name, page(families, language, address))
    for (const { name: of, example } of families.flatMap(({ functions }) => functions)) {
      if (!example?.picture || !example.result) continue
      files.set(address(of), drawn(example.picture, example.result[language]))
    }
  }
  return { files, families, problems }
}

/** Writes them, removes pictures that no page shows any more, and says what is missing. */
async function writeDocs() {
  const outdir = join(ROOT, 'dist', 'addon')
  await buildAddon({ outdir })
  const { files, problems } = await docs(readFileSync(join(outdir, 'Code.js'), 'utf8'))
  const folder = join(ROOT, 'docs')
  mkdirSync(join(folder, PICTURES), { recursive: true })
  for (const name of readdirSync(join(folder, PICTURES))) {
    if (name.endsWith('.svg') && !files.has(`${PICTURES}/${name}`)) rmSync(join(folder, PICTURES, name))
  }
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeDocs()
