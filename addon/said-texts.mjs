import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import ts from 'typescript5'

const TABLES = /core[\\/]messages[\\/](en|zh-cn)\.ts$/

/**
 * Leaves out of the tables of texts what a bundle never says: the script has no use for a form's labels, nor a form
 * for the sentences of formulas.
 *
 * A text (or group of texts) of a section stays where its name stands anywhere in the bundle's code, and where its
 * section is looked up by a name that only running tells (`segments[name]`). What these texts quote stays too.
 *
 * @param {import('esbuild').BuildOptions} options The build that the plugin is for.
 * @returns {import('esbuild').Plugin}
 */
export function saidTexts(options) {
  return {
    name: 'said-texts',
    async setup({ onLoad }) {
      const code = await codeWithoutTexts(options)
      const named = new Set(code.match(/(?<=[.'"`]|[{,] )\w+/g))
      const lookedUp = new Set(code.match(/\w+(?=\[)/g))
      const isSaid = (section, name) =>
        named.has(section) && (named.has(name) || (section !== 'errors' && lookedUp.has(section)))
      onLoad({ filter: TABLES }, ({ path }) => ({ contents: withTexts(path, isSaid), loader: 'ts' }))
    },
  }
}

/** The bundle's code with nothing in its tables. */
async function codeWithoutTexts(options) {
  const empty = { contents: 'export const en = {}, zhCN = {}' }
  const nothing = { name: 'nothing', setup: ({ onLoad }) => onLoad({ filter: TABLES }, () => empty) }
  const { outputFiles } = await build({ ...options, minify: false, plugins: [nothing], logLevel: 'error' })
  return outputFiles.find(({ path }) => !path.endsWith('.css')).text
}

/** The source of a table without the texts that are neither said nor quoted by one that is. */
function withTexts(path, isSaid) {
  const source = readFileSync(path, 'utf8')
  const texts = textsOf(path, source)
  const isKept = (text) => isSaid(text.section, text.name) || quoted.has(`${text.section}.${text.name}`)
  const quoted = new Set()
  for (let before = -1; before < quoted.size; ) {
    before = quoted.size
    for (const { pos, end } of texts.filter(isKept)) {
      for (const [, place] of source.slice(pos, end).matchAll(/\b(?:en|zhCN)\.(\w+\.\w+)/g)) quoted.add(place)
    }
  }
  let kept = ''
  let from = 0
  for (const { pos, end } of texts.filter((text) => !isKept(text))) {
    kept += source.slice(from, pos)
    COMMA.lastIndex = end
    from = COMMA.test(source) ? COMMA.lastIndex : end
  }
  return kept + source.slice(from)
}

const COMMA = /\s*,/y

/** By path: every bundle of a build asks for the same tables. */
const parsed = new Map()

/** Each text or group of texts with its section and its place in the file, in order. */
function textsOf(path, text) {
  const known = parsed.get(path)
  if (known?.text === text) return known.texts
  const texts = parsedTexts(path, text)
  parsed.set(path, { text, texts })
  return texts
}

function parsedTexts(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const statement = source.statements.find(ts.isVariableStatement)
  const sections = statement.declarationList.declarations[0].initializer.properties
  return sections.flatMap(({ name: section, initializer }) =>
    (initializer?.properties ?? []).map(({ name, pos, end }) => ({
      section: section.getText(),
      name: name.getText(),
      pos,
      end,
    })),
  )
}
