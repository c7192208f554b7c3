import { expect, test } from 'vitest'
import { isProgramField } from '../../../core/tabs/program-fields.ts'
import { fieldsOf } from '../../../core/tabs/tab-fields.ts'

test('programs fill what is counted of a customer, its classes and each standard’s score and tier', () => {
  expect([...fieldsOf('customers'), 'score:Growth', 'tier:Growth', 'column:Rank'].filter(isProgramField)).toEqual([
    ...['needs', 'lastContact', 'nextContact', 'score', 'tier', 'latestNps', 'satisfaction', 'lastAnswer'],
    ...['complaints', 'lifecycleStage', 'valueClass', 'completeness', 'score:Growth', 'tier:Growth'],
  ])
})
