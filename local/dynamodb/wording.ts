import { createRequire } from 'node:module'
import { db, type Request } from './dynalite.ts'

const require = createRequire(import.meta.url)
type Parser = { parse(expression: string, options: { context: object }): unknown }

/** A message of dynalite's actions in the words of AWS. */
export function reworded(message: string): string {
  return message.replace(
    'One or more parameter values were invalid: The AttributeValue for a key',
    'One or more parameter values are not valid. The AttributeValue for a key',
  )
}

/** A message of dynalite's checks in the words of AWS: a syntax error names its token, and that with its neighbours. */
export function rewordedSyntax(message: string, request: Request): string {
  const name = /^Invalid (\w+Expression): Syntax error; Expected/.exec(message)?.[1]
  const expression = name && request[name]
  if (!name || typeof expression !== 'string') return message
  const offset = failureOffset(name, expression, request)
  const tokens = [...expression.matchAll(/[#:]?\w+|\S/g)]
  const found = tokens.findIndex((token) => token.index >= offset)
  const at = found < 0 ? tokens.length : found
  const near = expression.slice(tokens[Math.max(0, at - 1)]?.index, endOf(tokens[at + 1] ?? tokens[at]))
  return `Invalid ${name}: Syntax error; token: "${tokens[at]?.[0] ?? '<EOF>'}", near: "${near}"`
}

function failureOffset(name: string, expression: string, request: Request): number {
  const kind = name === 'UpdateExpression' ? 'update' : name === 'ProjectionExpression' ? 'projection' : 'condition'
  const parser: Parser = require(`dynalite/db/${kind}Parser`)
  const context = {
    attrNames: request.ExpressionAttributeNames,
    attrVals: request.ExpressionAttributeValues,
    unusedAttrNames: {},
    unusedAttrVals: {},
    isReserved: () => false,
    compare: db.compare,
  }
  try {
    parser.parse(expression, { context })
    return 0
  } catch (error) {
    return (error as { location?: { start: { offset: number } } }).location?.start.offset ?? 0
  }
}

function endOf(token: RegExpExecArray | undefined): number | undefined {
  return token && token.index + token[0].length
}
