import { afterAll, expect, test } from 'vitest'
import { openWorkbook } from '../workbench/model/open-workbook.ts'
import { entered } from './entered.ts'

const book = openWorkbook()
afterAll(() => book.model.dispose())

const texts = [
  ...[
    '12',
    ' 12 ',
    '1e3',
    '-5',
    '+5',
    '.5',
    '12%',
    '12 %',
    '$5',
    '¥5',
    '007',
    '1,234',
    '1,23',
    '(5)',
    '(a',
    '1.',
    '5e',
    '-',
  ],
  ...[
    '2024-03-01',
    '2024/3/1',
    '3/1/2024',
    '2024-3-1',
    '2024-13-01',
    '2024-03-01 10:30',
    '10:30',
    '1/2',
    '5-6',
    '1-2-3',
  ],
  ...[
    'TRUE',
    'true',
    "'007",
    "''a",
    '１２',
    ' ',
    'C-1',
    '#N/A',
    '+8613812345678',
    '12abc',
    '0x1F',
    '1 234',
    '20240301',
  ],
]

test('a text is read alike in the workbook in memory and in the workbench', async () => {
  await book.set(
    1,
    1,
    texts.map((text) => [text]),
  )
  const real = (await book.get(1, 1, texts.length)).map(([cell]) => cell)
  expect(texts.map((text) => [text, entered(text, false)])).toEqual(texts.map((text, index) => [text, real[index]]))
})
