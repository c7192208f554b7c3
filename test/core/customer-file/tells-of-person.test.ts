import { expect, test } from 'vitest'
import { tellsOfPerson } from '../../../core/customer-file/tells-of-person.ts'

const tells = tellsOfPerson(['C-1', 'Northwind', 'nw@example.com', '李娜', ' ', 'Al'])

test.each([
  ['their id', 'C-1'],
  ['their name in other capitals, with blanks', ' NORTHWIND '],
  ['a name inside of other text', 'Ship to: Northwind, Elm Street 5'],
  ['an address inside of other text', '<nw@example.com>'],
  ['a Chinese name inside of other text', '寄给李娜女士'],
  ['a short name that stands alone', 'Al'],
])('%s tells of a person', (_, text) => expect(tells(text)).toBe(true))

test.each([
  ['a longer id', 'C-12'],
  ['a short id inside of other text', 'as C-1 said'],
  ['a part of a longer word', 'Northwinds'],
  ['a short name inside of other text', 'Al dente'],
  ['nothing', ''],
])('%s does not', (_, text) => expect(tells(text)).toBe(false))
