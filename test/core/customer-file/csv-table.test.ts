import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvTable } from '../../../core/customer-file/csv-table.ts'

test.each([
  [
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '\ufeffa;b\r\n1;2,5\r\n',
    [
      ['a', 'b'],
      ['1', '2,5'],
    ],
  ],
  [
    'a\tb\r1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '姓名|电话\n王伟|138',
    [
      ['姓名', '电话'],
      ['王伟', '138'],
    ],
  ],
  [
    'a,b\n"1, ""one""\nand more",2\n',
    [
      ['a', 'b'],
      ['1, "one"\nand more', '2'],
    ],
  ],
  ['a,b,\n,,\n\n1,,\n\n,,\n', [['a', 'b', ''], ['', '', ''], [''], ['1', '', '']]],
  ['"a""b"', [['a"b']]],
  ['5" pipe,x', [['5" pipe', 'x']]],
  ['"x" y,z', [['x y', 'z']]],
  ['', []],
])('%j', (text, rows) => expect(csvTable(text)).toEqual(rows))

test('a quotation mark that is never closed is named by its line', () => {
  expect(() => csvTable('a,b\n1,2\n3,"4\n5,6')).toThrow('line 3')
})

test('what is quoted is read as it was', () => {
  const row = fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', '中') }), {
    minLength: 2,
    maxLength: 4,
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const filled = [['x', 'y'], ...rows.map(([, ...rest]) => ['x', ...rest])]
      const text = filled.map((each) => each.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n')
      expect(csvTable(text)).toEqual(filled)
    }),
  )
})
