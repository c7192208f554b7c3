import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { reference } from './reference/gather.mjs'
import { saidTexts } from './said-texts.mjs'
import { exportedFunctions, stubs } from './stubs.mjs'

const ADDON = fileURLToPath(new URL('.', import.meta.url))
const ROOT = join(ADDON, '..')
const GLOBAL_NAME = 'Tiersheet'

/**
 * Builds the add-on: the script, a page for each sidebar form and the manifest, and nothing else.
 *
 * @param {object} [options]
 * @param {string} [options.apiUrl] Address of the API, https; the one address that the add-on may call.
 * @param {string} [options.outdir] Folder to write, emptied first.
 * @throws Error where the address is not https.
 */
export async function buildAddon({ apiUrl = defaultApiUrl(), outdir = join(ROOT, 'dist', 'addon') } = {}) {
  if (!/^https:\/\/[^/]+\//.test(`${apiUrl}/`)) throw new Error(`The API address ${apiUrl} must begin with https://.`)
  const base = apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`
  const script = await buildScript(base, 'main.ts')
  const { families } = await reference(script)
  const pages = await buildPages({ FUNCTION_REFERENCE: JSON.stringify(families) })
  rmSync(outdir, { recursive: true, force: true })
  mkdirSync(outdir, { recursive: true })
  const files = { 'Code.js': script, ...pages, 'appsscript.json': manifest(base) }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(outdir, name), text)
}

function defaultApiUrl() {
  return process.env.TIERSHEET_API_URL || 'https://api.tiersheet.example/'
}

/**
 * A module's functions in one global object, then a documented function for each of them.
 *
 * Google evaluates all of it for every call of every formula, so the object has plain properties: the bundler's own
 * namespace of getters took a fifth of that time.
 *
 * @param {string} apiUrl Address of the API.
 * @param {string} file The module, in this folder.
 * @returns {Promise<string>} JavaScript.
 */
export async function buildScript(apiUrl, file) {
  const entry = join(ADDON, file)
  const names = [...exportedFunctions(entry).keys()].join(',\n')
  const contents = `import {\n${names}\n} from './${file}'\n${GLOBAL_NAME} = {\n${names}\n}`
  const options = {
    stdin: { contents, resolveDir: ADDON },
    banner: { js: `"use strict";\nvar ${GLOBAL_NAME};` },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    minify: true,
    charset: 'utf8',
    define: { API_URL: JSON.stringify(apiUrl) },
  }
  const { outputFiles } = await build({ ...options, plugins: [saidTexts(options)] })
  return `${outputFiles[0].text}\n${stubs(entry, GLOBAL_NAME)}`
}

/** `ScoreAndTier.html` for `sidebar/score-and-tier/index.tsx`, and so on; `define` is known to all of them. */
async function buildPages(define) {
  const folders = readdirSync(join(ADDON, 'sidebar'), { withFileTypes: true }).filter((folder) => folder.isDirectory())
  const forms = folders.filter(({ name }) => readdirSync(join(ADDON, 'sidebar', name)).includes('index.tsx'))
  const pages = await Promise.all(forms.map(({ name }) => buildPage(join(ADDON, 'sidebar', name, 'index.tsx'), define)))
  return Object.fromEntries(forms.map(({ name }, i) => [`${pascalCase(name)}.html`, pages[i]]))
}

async function buildPage(entry, define) {
  const options = {
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: 'page',
    format: 'iife',
    target: 'es2020',
    minify: true,
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define,
  }
  const { outputFiles } = await build({ ...options, plugins: [saidTexts(options)] })
  const text = (extension) => outputFiles.find(({ path }) => path.endsWith(extension))?.text.trim() ?? ''
  return page(text('.css'), text('.js'))
}

/** A page with everything in it. Neither the style nor the script can end its own element. */
function page(style, script) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<base target="_top">
<style>${style.replace(/<\/style/gi, '<\\/style')}</style>
</head>
<body>
<script>${script.replace(/<(?=\/script|script|!--)/gi, '\\x3C')}</script>
</body>
</html>
`
}

/** The manifest at the root, which may call this API alone. */
function manifest(apiUrl) {
  const given = JSON.parse(readFileSync(join(ROOT, 'appsscript.json'), 'utf8'))
  return `${JSON.stringify({ ...given, urlFetchWhitelist: [apiUrl] }, null, 2)}\n`
}

function pascalCase(name) {
  return name.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase())
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAddon()
