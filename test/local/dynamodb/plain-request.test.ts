import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fields, type Request, validation, validations } from '../../../local/dynamodb/dynalite.ts'
import { isPlainRequest } from '../../../local/dynamodb/plain-request.ts'
import { tidyValues } from '../../../local/dynamodb/tidy-values.ts'

const odd = fc.constantFrom(null, 5, true, 'x', '+5', 'eA==', [], {}, ['', ''], [{ S: 'a' }], { S: 1 })
const often = (good: fc.Arbitrary<unknown>) => fc.oneof({ weight: 9, arbitrary: good }, odd)
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 9, arbitrary: fc.record({ S: fc.string() }) },
    fc.record({ N: fc.constantFrom('1', '-2.5', '+5', 'x') }),
    fc.record({ BOOL: fc.boolean() }),
    fc.record({ SS: fc.array(fc.constantFrom('', 'a'), { maxLength: 2 }) }),
    fc.record({ L: often(fc.array(tie('value'), { maxLength: 3 })) }),
    fc.record({ M: often(fc.dictionary(fc.constantFrom('a', 'N', 'L'), tie('value'))) }),
    odd,
  ),
}))
const item = fc.dictionary(fc.constantFrom('pk', 'sk', 'N', 'aExpression'), value)
const request = fc.record(
  {
    TableName: often(fc.constant('Table')),
    Item: often(item),
    ConditionExpression: often(fc.constantFrom('attribute_exists(pk)', 'x'.repeat(5000))),
    ExpressionAttributeNames: fc.dictionary(fc.constantFrom('#a'), often(fc.constant('a'))),
    Other: odd,
  },
  { requiredKeys: ['TableName', 'Item'] },
) as fc.Arbitrary<Request>

const fields = { ...validation('putItem').types } as Fields
/** What the checks make of a request, or that they refuse it. */
function checked(raw: Request): unknown {
  try {
    const copy = structuredClone(raw)
    tidyValues(copy)
    return validations.checkTypes(copy, fields)
  } catch {
    return 'refused'
  }
}

test('a request that passes at once is one that the checks leave as it is', () => {
  let plain = 0
  const law = fc.property(request, (raw) => {
    if (!isPlainRequest(raw, fields)) return
    plain++
    expect(checked(raw)).toEqual(raw)
  })
  fc.assert(law, { numRuns: 1000 })
  expect(plain).toBeGreaterThan(20)
})

test('what the store writes passes at once', () => {
  const Item = { pk: { S: 'a' }, n: { N: '1' }, yes: { BOOL: true }, of: { M: { list: { L: [{ S: 'a' }] } } } }
  const raw = { TableName: 'Table', Item, ConditionExpression: 'attribute_not_exists(pk)' }
  expect(isPlainRequest(raw, fields)).toBe(true)
})
