import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { build } from 'esbuild'
import { functionDocs } from './function-docs.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const LOCALES = { en: 'en_US', 'zh-CN': 'zh_CN' }

/**
 * Everything that is told about the custom functions, their examples answered by the built script.
 *
 * @param {string} code The built script.
 * @returns {Promise<{ families: object[], problems: string[] }>} As `madeOf` gives it.
 */
export async function reference(code) {
  const { madeOf, examples, texts } = await bundled(`
    export { madeOf } from './made-of.ts'
    ${merged('examples')}
    ${merged('zh-cn', 'texts')}
  `)
  const call = Object.fromEntries(Object.entries(LOCALES).map(([language, locale]) => [language, caller(code, locale)]))
  return madeOf(functionDocs(join(HERE, '..', 'main.ts')), texts, examples, call)
}

/** What a module written here exports, though it is TypeScript. */
export async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: HERE, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'made',
    target: 'node20',
    charset: 'utf8',
  })
  return new Function(`${outputFiles[0].text}\nreturn made`)()
}

/** An export of all records that the files of a folder export, as one. */
function merged(folder, name = folder) {
  const files = readdirSync(join(HERE, folder)).filter((file) => file.endsWith('.ts'))
  const imports = files.sort().map((file, at) => `import * as ${name}${at} from './${folder}/${file}'`)
  const records = files.map((_, at) => `...Object.values(${name}${at})`)
  return `${imports.join('\n')}\nexport const ${name} = Object.assign({}, ${records.join(', ')})`
}

/** Calls the script's functions in a spreadsheet of a locale, in UTC. */
function caller(code, locale) {
  const spreadsheet = { getSpreadsheetTimeZone: () => 'Etc/UTC', getSpreadsheetLocale: () => locale }
  const sandbox = vm.createContext({
    SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet },
    Utilities: { formatDate: (date) => date.toISOString().slice(0, 19) },
  })
  vm.runInContext(code, sandbox)
  return (name, args) => {
    if (typeof sandbox[name] !== 'function') throw new Error(`${name} is no function of the script.`)
    return structuredClone(sandbox[name](...args))
  }
}
