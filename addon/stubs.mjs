import { dirname, resolve } from 'node:path'
import ts from 'typescript5'

/**
 * The top-level functions that Apps Script sees: one for each function exported by a module, calling the bundle.
 *
 * Each has its real parameter names, and a custom function the comment above its source, because Sheets takes
 * autocomplete from both and the bundler drops them. Exports by another module (`export { x } from './y.ts'`) are followed to where they stand.
 *
 * @param {string} entry Path of the module.
 * @param {string} globalName The bundle's global variable.
 * @returns {string} JavaScript; names in order of export.
 */
export function stubs(entry, globalName) {
  return [...exportedFunctions(entry)].map(([name, declaration]) => stub(name, declaration, globalName)).join('\n')
}

/**
 * The functions that a module exports, its own and those of others, by name and in order of export.
 *
 * @returns {Map<string, ts.FunctionDeclaration>}
 */
export function exportedFunctions(path) {
  const source = ts.createSourceFile(path, readSource(path), ts.ScriptTarget.Latest, true)
  const found = new Map()
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && isExported(statement)) found.set(statement.name.text, statement)
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) continue
    if (!statement.moduleSpecifier) throw new Error(`${path}: name the file of each export.`)
    const origin = exportedFunctions(resolve(dirname(path), statement.moduleSpecifier.text))
    if (!statement.exportClause) for (const [name, declaration] of origin) found.set(name, declaration)
    for (const { name, propertyName } of statement.exportClause?.elements ?? []) {
      const declaration = origin.get((propertyName ?? name).text)
      if (declaration === undefined)
        throw new Error(`${path} exports ${name.text}, which is not a function declaration.`)
      found.set(name.text, declaration)
    }
  }
  return found
}

function readSource(path) {
  const text = ts.sys.readFile(path)
  if (text === undefined) throw new Error(`${path} does not exist.`)
  return text
}

function isExported(declaration) {
  return declaration.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false
}

function stub(name, declaration, globalName) {
  const source = declaration.getSourceFile()
  const comment = ts.getLeadingCommentRanges(source.text, declaration.pos)?.at(-1)
  if (comment === undefined || !source.text.startsWith('/**', comment.pos)) {
    throw new Error(`${source.fileName}: ${name} has no documentation above it.`)
  }
  const parameters = declaration.parameters.map((parameter) => parameter.name.getText(source)).join(', ')
  const text = source.text.slice(comment.pos, comment.end)
  const shown = text.includes('@customfunction') ? `${text}\n` : ''
  return `${shown}function ${name}(${parameters}) {\n  return ${globalName}.${name}(${parameters})\n}\n`
}
