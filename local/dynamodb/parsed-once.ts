import { createRequire } from 'node:module'
import { db, type Item } from './dynalite.ts'

const require = createRequire(import.meta.url)

type Context = {
  attrNames?: Record<string, string>
  attrVals?: Item
  unusedAttrNames: Record<string, true>
  unusedAttrVals: Record<string, true>
}
type Parse = (expression: string, options: { context: Context }) => unknown
/** A parsed expression with names in the place of its values, and which names and values it uses. */
type Known = { pattern: unknown; names: string[]; values: string[] }

/** Stands for a value in a pattern. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const KINDS = ['condition', 'update', 'projection']
const MOST = 1000

/**
 * Lets dynalite parse each expression once for the same names and types of values: its parsers take longer than the
 * rest of most operations, and programs send few expressions again and again.
 */
export function parseOnce(): void {
  for (const kind of KINDS) {
    const parser: { parse: Parse; once?: true } = require(`dynalite/db/${kind}Parser`)
    if (parser.once) continue
    parser.parse = parsingOnce(parser.parse)
    parser.once = true
  }
}

function parsingOnce(parse: Parse): Parse {
  const known = new Map<string, Known>()
  return (expression, options) => {
    const { context } = options
    const key = keyOf(expression, context)
    const found = known.get(key)
    const filled = found && fill(found.pattern, context.attrVals)
    if (filled) {
      for (const name of found.names) delete context.unusedAttrNames[name]
      for (const name of found.values) delete context.unusedAttrVals[name]
      return filled
    }
    const before = { names: Object.keys(context.unusedAttrNames), values: Object.keys(context.unusedAttrVals) }
    const parsed = parse(expression, options)
    // What depends on a value itself is not kept: errors, which are texts, and names of types.
    if (typeof parsed !== 'object' || /attribute_type/i.test(expression)) return parsed
    if (known.size === MOST) known.clear()
    known.set(key, {
      pattern: patternOf(parsed, context.attrVals),
      names: before.names.filter((name) => !(name in context.unusedAttrNames)),
      values: before.values.filter((name) => !(name in context.unusedAttrVals)),
    })
    return parsed
  }
}

function keyOf(expression: string, { attrNames, attrVals }: Context): string {
  let key = expression
  for (const name in attrNames) key += `\n${name} ${attrNames[name]}`
  for (const name in attrVals) key += `\n${name} ${Object.keys(attrVals[name] ?? {})[0]}`
  return key
}

function patternOf(node: unknown, values: Item = {}): unknown {
  for (const name in values) if (values[name] === node) return new Place(name)
  return copied(node, (part) => patternOf(part, values))
}

/** Undefined where a BETWEEN has its bounds the wrong way round, which is an error that names them. */
function fill(pattern: unknown, values: Item | undefined): object | undefined {
  let inOrder = true
  const filled = (node: unknown): unknown => {
    if (node instanceof Place) return values?.[node.name]
    const copy = copied(node, filled) as { type?: string; args?: unknown[] }
    if (copy?.type === 'between' && outOfOrder(copy.args?.slice(1))) inOrder = false
    return copy
  }
  const result = filled(pattern) as object
  return inOrder ? result : undefined
}

function outOfOrder([low, high]: unknown[] = []): boolean {
  return !Array.isArray(low) && !Array.isArray(high) && db.compare('GT', low, high)
}

function copied(node: unknown, copy: (part: unknown) => unknown): unknown {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map(copy)
  const result = Object.create(Object.getPrototypeOf(node))
  for (const name in node) result[name] = copy((node as Record<string, unknown>)[name])
  return result
}
