import fc from 'fast-check'
import type { GenericSchema } from 'valibot'

/** What of a valibot schema is looked at. */
type Schema = {
  type: string
  pipe?: readonly { type: string; requirement?: unknown }[]
  entries?: Record<string, Schema>
  item?: Schema
  wrapped?: Schema
  key?: Schema
  value?: Schema
  options?: readonly unknown[]
  literal?: unknown
}

/** What JSON can hold that programs trip over. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    true,
    [],
    {},
    [[]],
    [null],
    '\u0000',
    '\ud800',
    '#',
  ),
  fc.constantFrom<unknown>('__proto__', 'constructor', 'toString', '../..', '%00', '0000-00-00', '9999-12-31'),
  fc.constantFrom<unknown>({ toString: 1 }, { length: 3 }, JSON.parse('{"__proto__":{"a":1},"constructor":1}')),
  fc.integer({ min: 1, max: 3000 }).map((length) => '长'.repeat(length)),
)

/**
 * Values that a schema mostly takes, with something odd in about every fiftieth place.
 *
 * @param words Texts that mean something where the values are sent, such as ids.
 */
export function arbitraryOf(schema: GenericSchema | Schema, words: readonly string[]): fc.Arbitrary<unknown> {
  const fitting = fittingOf(schema as Schema, (inner) => arbitraryOf(inner, words), words)
  return fc.oneof({ weight: 50, arbitrary: fitting }, { weight: 1, arbitrary: odd })
}

function fittingOf(schema: Schema, of: (schema: Schema) => fc.Arbitrary<unknown>, words: readonly string[]) {
  switch (schema.type) {
    case 'string':
      return textOf(schema, words)
    case 'number':
      return fc.oneof(
        fc.integer({ min: 0, max: 12 }),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      )
    case 'boolean':
      return fc.boolean()
    case 'literal':
      return fc.constant(schema.literal)
    case 'picklist':
      return fc.constantFrom(...(schema.options as unknown[]))
    case 'array':
      return fc.array(of(schema.item!), { minLength: lengthOf(schema), maxLength: lengthOf(schema) + 3 })
    case 'optional':
    case 'nullish':
    case 'nullable':
      return fc.oneof(of(schema.wrapped!), fc.constant(schema.type === 'optional' ? undefined : null))
    case 'union':
    case 'variant':
      return fc.oneof(...(schema.options as Schema[]).map(of))
    case 'record':
      return fc.dictionary(fc.constantFrom('nps', 'why', 'q1', ...words), of(schema.value!), { maxKeys: 3 })
    case 'object':
    case 'strict_object':
      return fc.record(Object.fromEntries(Object.entries(schema.entries!).map(([name, each]) => [name, of(each)])))
    default:
      return fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom(...words), odd)
  }
}

function textOf({ pipe = [] }: Schema, words: readonly string[]): fc.Arbitrary<unknown> {
  const pattern = pipe.find(({ requirement }) => requirement instanceof RegExp)?.requirement as RegExp | undefined
  const typed = fc.constantFrom('2026-03-09', '2026-03-01', '2026-03-09T10:00:00Z', 'Asia/Shanghai', '1')
  const known = pipe.some(({ type }) => type === 'check') ? typed : fc.oneof(typed, fc.constantFrom(...words))
  const fits = pattern ? words.filter((word) => pattern.test(word)) : []
  if (!pattern)
    return fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) })
  const matching = fc.stringMatching(new RegExp(pattern.source))
  return fits.length > 0 ? fc.oneof(fc.constantFrom(...fits), matching) : fc.oneof(known, matching)
}

function lengthOf({ pipe = [] }: Schema): number {
  const least = pipe.find(({ type }) => type === 'min_length' || type === 'length')?.requirement
  return typeof least === 'number' ? least : 0
}
