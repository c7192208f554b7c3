import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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
 * A table is one object in a bundle: put together of its parts at every start, it took the script a sixth longer to be
 * evaluated.
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
      onLoad({ filter: TABLES }, ({ path }) => {
        const folder = path.replace(/\.ts$/, '')
        return { contents: tableOf(folder, isSaid), resolveDir: folder, loader: 'ts' }
      })
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

/** The source of a table, of the texts in a folder's parts that are said or quoted by one that is. */
function tableOf(folder, isSaid) {
  const parts = readdirSync(folder).map((file) => partAt(join(folder, file)))
  const texts = parts.flatMap((part) => part.texts)
  const quoted = new Set()
  const isKept = ({ place, section, name }) => quoted.has(place) || isSaid(section, name)
  for (let before = -1; before < quoted.size; ) {
    before = quoted.size
    for (const place of texts.filter(isKept).flatMap(({ quotes }) => quotes)) quoted.add(place)
  }
  const sections = {}
  for (const { section, source } of texts.filter(isKept)) sections[section] = [...(sections[section] ?? []), source]
  const imports = new Set(parts.flatMap((part) => part.imports))
  const properties = Object.entries(sections).map(([section, sources]) => `${section}: {${sources.join(',')}}`)
  const names = ['en', 'zhCN', ...parts.map(({ name }) => name)].map((name) => `${name} = table`)
  return `${[...imports].join('\n')}\nconst table = {${properties.join(',')}}\nexport const ${names.join(', ')}`
}

/** By path: every bundle of a build asks for the same parts. */
const parsed = new Map()

function partAt(path) {
  const source = readFileSync(path, 'utf8')
  if (parsed.get(path)?.source !== source) parsed.set(path, { source, ...parsedPart(source) })
  return parsed.get(path)
}

/** A part's name, what it imports that is no part, and its texts or groups of texts with the places that they may quote. */
function parsedPart(source) {
  const { statements } = ts.createSourceFile('part.ts', source, ts.ScriptTarget.Latest, true)
  const [{ name: part, initializer }] = statements.find(ts.isVariableStatement).declarationList.declarations
  return {
    name: part.text,
    imports: statements.filter(ts.isImportDeclaration).flatMap(importsOf),
    texts: initializer.properties.flatMap(({ name: section, initializer: { properties } }) =>
      properties.map((text) => ({
        section: section.text,
        name: text.name.text,
        place: `${part.text}.${section.text}.${text.name.text}`,
        source: text.getFullText(),
        quotes: text.getText().match(/\b\w+\.\w+\.\w+/g) ?? [],
      })),
    ),
  }
}

/** An import, name by name, of anything but types and other parts. */
function importsOf({ importClause: { isTypeOnly, namedBindings }, moduleSpecifier: { text: path } }) {
  if (isTypeOnly || path.startsWith('./')) return []
  return namedBindings.elements
    .filter((name) => !name.isTypeOnly)
    .map((name) => `import { ${name.getText()} } from '${path}'`)
}
