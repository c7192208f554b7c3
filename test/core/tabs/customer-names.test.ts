import { expect, test } from 'vitest'
import { customerNames } from '../../../core/tabs/customer-names.ts'

const idOf = customerNames(['C1', 'C2', 'C3', '', 'C5'], ['Acme Ltd', 'Bolt', 'bolt', 'No id', 'C1'])

test.each([
  ['an id', 'C2', 'C2'],
  ['a name, but for case and spaces', ' ACME  ltd', 'C1'],
  ['an id that is also a name', 'C1', 'C1'],
  ['a name that two have', 'Bolt', 'Bolt'],
  ['the name of a row without id', 'No id', 'No id'],
  ['nobody', 'Zed', 'Zed'],
  ['nothing', '', ''],
])('%s', (_, text, id) => {
  expect(idOf(text)).toBe(id)
})
