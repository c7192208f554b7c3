import { expect, test } from 'vitest'
import { functionCards } from '../../../local/apps-script/function-cards.ts'

const code = `
/** Not a custom function. */
function onOpen() {}

/** Of another function, so not of TS_BARE. @customfunction */
var between = (() => {
  /** @customfunction */
  function TS_INNER() {}
})()
function TS_BARE(a) {}

/**
 * Scores customers
 * by value.
 *
 * Example: =TS_RFM(A2:A, {5,3})
 *
 * @param {Orders!A2:A} ids Column with the customer of each order.
 * @param {{5,3,4}} bins [optional] Scores run from 1 to this. {5,3,4} sets them
 *   apart.
 * @param {number} [top=3] How many.
 * @return One row per customer.
 * @customfunction
 */
function TS_RFM(ids, bins, top) { return lib.TS_RFM(ids, bins, top) }
/**
 * @customfunction
 */
function TS_PRIVATE_(x) {}
`

test('custom functions are those with a JSDoc directly above that says so', () => {
  expect(functionCards(code)).toEqual([
    {
      name: 'TS_RFM',
      summary: 'Scores customers by value.',
      example: '=TS_RFM(A2:A, {5,3})',
      parameters: [
        { name: 'ids', type: 'Orders!A2:A', description: 'Column with the customer of each order.', optional: false },
        {
          name: 'bins',
          type: '{5,3,4}',
          description: 'Scores run from 1 to this. {5,3,4} sets them apart.',
          optional: true,
        },
        { name: 'top', type: 'number', description: 'How many.', optional: true },
      ],
    },
  ])
})
