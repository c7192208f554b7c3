import { readFileSync } from 'node:fs'
import ts from 'typescript5'

/** What a route tells of itself in the description of the API alone. */
const TOLD = new Set(['summary', 'description', 'tag', 'reply', 'example', 'errors'])

/**
 * Leaves out of the routes what only `/openapi.json` tells of them: a bundle that has the description as a file of its
 * own has no use for it.
 *
 * @returns {import('esbuild').Plugin}
 */
export function withoutDescriptions() {
  return {
    name: 'without-descriptions',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]functions[\\/]routes[\\/][^\\/]+\.ts$/ }, ({ path }) => ({
        contents: withoutTold(path, readFileSync(path, 'utf8')),
        loader: 'ts',
      }))
    },
  }
}

function withoutTold(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  let kept = ''
  let from = 0
  const visit = (node) => {
    if (!isRoute(node)) return ts.forEachChild(node, visit)
    for (const property of node.arguments[0].properties) {
      if (!TOLD.has(property.name?.getText())) continue
      kept += text.slice(from, property.pos)
      from = text[property.end] === ',' ? property.end + 1 : property.end
    }
  }
  visit(source)
  return kept + text.slice(from)
}

/** A call `route({ ... })`. */
function isRoute(node) {
  return (
    ts.isCallExpression(node) &&
    node.expression.getText() === 'route' &&
    ts.isObjectLiteralExpression(node.arguments[0])
  )
}
