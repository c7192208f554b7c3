import { DynamoError } from './dynamo-error.ts'

const MAX_DEPTH = 32
const MAX_EXPRESSION_BYTES = 4096

/**
 * Brings a raw request's attribute values into the form that dynalite takes, and refuses what it lets through:
 * `+5` becomes `5`; empty members twice in a set, values nested deeper than 32 levels, and expressions longer than
 * 4 KB are errors.
 *
 * @param node The request, or a part of it; changed in place.
 * @param depth How many lists and maps of an attribute value it lies in.
 * @throws ValidationException
 */
export function tidyValues(node: unknown, depth = 1): void {
  if (typeof node !== 'object' || node === null) return
  if (depth > MAX_DEPTH) refuse('Nesting Levels have exceeded supported limits')
  for (const [key, value] of Object.entries(node)) {
    if (key === 'N' && typeof value === 'string') (node as { N: string }).N = withoutPlus(value)
    else if (key === 'NS' && Array.isArray(value)) (node as { NS: unknown[] }).NS = value.map(withoutPlus)
    else if ((key === 'SS' || key === 'BS') && Array.isArray(value)) refuseEmptyTwice(value)
    else if (key.endsWith('Expression') && typeof value === 'string') refuseLong(key, value)
    else if (key === 'M' || key === 'L') for (const member of membersOf(value)) tidyValues(member, depth + 1)
    else tidyValues(value, depth)
  }
}

function membersOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

function withoutPlus<T>(number: T): T | string {
  return typeof number === 'string' ? number.replace(/^\+(?=[\d.])/, '') : number
}

function refuseEmptyTwice(members: unknown[]): void {
  if (members.filter((member) => member === '').length < 2) return
  refuse(`One or more parameter values were invalid: Input collection [${members.join(', ')}] contains duplicates.`)
}

function refuseLong(name: string, expression: string): void {
  const bytes = Buffer.byteLength(expression)
  if (bytes <= MAX_EXPRESSION_BYTES) return
  refuse(`Invalid ${name}: Expression size has exceeded the maximum allowed size; expression size: ${bytes}`)
}

function refuse(message: string): never {
  throw new DynamoError('ValidationException', message)
}
