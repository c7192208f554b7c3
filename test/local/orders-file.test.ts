import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InputError } from '../../core/input-error.ts'
import { ordersFile } from '../../local/orders-file.ts'

const GOOD = 'Order ID,Customer ID,Date,Amount\n1,A,2024-01-05,10.50\n2,B,2024-01-06,20\n3,A,2024-02-07,5\n'
/** 订单编号,客户编号,下单日期,金额 / 1,王芳,2024年3月5日,9元 */
const GB18030 = Buffer.from(
  'b6a9b5a5b1e0bac52cbfcdbba7b1e0bac52ccfc2b5a5c8d5c6da2cbdf0b6ee0a312ccdf5b7bc2c32303234c4ea33d4c235c8d52c39d4aa0a',
  'hex',
)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orders-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(content: string | Uint8Array, name = 'orders.csv'): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function read(content: string | Uint8Array) {
  return ordersFile(await file(content), 'en')
}

async function refusal(path: string): Promise<string> {
  const error = await ordersFile(path, 'en').then(
    () => new Error('was read'),
    (thrown: InputError) => thrown,
  )
  return error.message.replaceAll(folder, '.')
}

test('orders become tabs of customers, orders and scores', async () => {
  const { sheets, summary } = await read(GOOD)
  expect(sheets.map(({ name }) => name)).toEqual(['Customers', 'Orders', 'RFM'])
  expect(sheets[0]?.rows).toEqual([
    ['A', { date: 45296 }, { date: 45329 }, 2, 15.5],
    ['B', { date: 45297 }, { date: 45297 }, 1, 20],
  ])
  expect(sheets[1]?.rows[0]).toEqual(['1', 'A', { date: 45296 }, 10.5])
  expect(sheets[2]?.rows).toEqual([["=TS_RFM('Orders'!B:B, 'Orders'!C:C, 'Orders'!D:D)"]])
  expect(summary.map((line) => line.replaceAll(folder, '.'))).toEqual(['./orders.csv: 3 orders of 2 customers.'])
})

test('rejected rows get a tab and are told', async () => {
  const { sheets, summary } = await read(
    `${GOOD}4,,2024-01-01,5\n\n5,"C\nD",soon,7\n6,E,2024-03-01,1,2\n1,F,2024-03-02,8\n`,
  )
  expect(sheets.at(-1)?.name).toBe('Rejected rows')
  expect(sheets.at(-1)?.rows).toEqual([
    [5, '"Customer ID" is blank. Fill it in.', '4 |  | 2024-01-01 | 5'],
    [7, '"soon" is not a date. Write it as 2024-12-31.', '5 | C\nD | soon | 7'],
    [9, expect.stringContaining('5 values under 4 headings'), '6 | E | 2024-03-01 | 1 | 2'],
  ])
  expect(summary.slice(1)).toEqual([
    '3 rows were rejected; the tab "Rejected rows" says why.',
    'Line 5: "Customer ID" is blank. Fill it in.',
    'Line 7: "soon" is not a date. Write it as 2024-12-31.',
    expect.stringContaining('Line 9: The row has 5 values'),
    '1 order ids stand in more than one row; each row counts as an order.',
  ])
})

test('a date that can be read in two ways is left out and told, in either language, where most others are clear', async () => {
  const mixed = `${GOOD}4,C,03/04/2024,5\n5,D,25/04/2024,6\n6,E,04/26/2024,7\n`
  const { accepted, sheets, summary } = await read(mixed)
  expect(accepted.map(({ day }) => day)).toEqual([45296, 45297, 45329, 45407, 45408])
  expect(sheets.at(-1)?.rows).toEqual([
    [5, '"03/04/2024" could be day-first or month-first. Write it as 2024-12-31.', '4 | C | 03/04/2024 | 5'],
  ])
  expect(summary.slice(1)).toEqual([
    '1 row was rejected; the tab "Rejected rows" says why.',
    'Line 5: "03/04/2024" could be day-first or month-first. Write it as 2024-12-31.',
  ])
  const chinese = await ordersFile(await file(mixed), 'zh-CN')
  expect(chinese.summary.at(-1)).toBe('第5行：“03/04/2024”分不清日在前还是月在前。请写成 2024-12-31。')
})

test.each(['\n', '\r\n', '\r'])(
  'lines are counted over blank ones and values of several lines, ended by %j',
  async (end) => {
    const text = `\n${GOOD}\n4,"C\n\nD",2024-01-01,5\n,,,\n5,C,soon,7\n`.replaceAll('\n', end)
    const { accepted, rejected } = await read(text)
    expect(accepted.map(({ line }) => line)).toEqual([3, 4, 5, 7])
    expect(rejected.map(({ line }) => line)).toEqual([11])
  },
)

describe('the same orders are read from', () => {
  test.each<[string, string | Uint8Array]>([
    ['UTF-8', GOOD],
    ['a byte order mark', `\ufeff${GOOD}`],
    ['UTF-16', Buffer.from(`\ufeff${GOOD}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${GOOD}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(GOOD, 'utf16le')],
    ['semicolons', GOOD.replaceAll(',', ';')],
    ['tabs', GOOD.replaceAll(',', '\t')],
    ['semicolons and decimal commas', GOOD.replaceAll(',', ';').replace('10.50', '10,50')],
    ['quotation marks', GOOD.replaceAll(/[^,\n]+/g, '"$&"')],
    ['Windows line ends', GOOD.replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', GOOD.replaceAll('\n', '\r')],
    ['no last line end', GOOD.trimEnd()],
    ['blank lines and blank rows', `\n\n${GOOD.replaceAll('\n', '\n\n')},,,\n`],
    ['columns in another order', GOOD.replaceAll(/^(.*),(.*),(.*),(.*)$/gm, '$4,$3,,$2,$1')],
  ])('%s', async (_, content) => {
    const { accepted, rejected } = await read(content)
    expect(rejected).toEqual([])
    expect(accepted.map(({ id, customer, day, amount }) => [id, customer, day, amount])).toEqual([
      ['1', 'A', 45296, 10.5],
      ['2', 'B', 45297, 20],
      ['3', 'A', 45329, 5],
    ])
  })
})

test('Chinese text is read from GB18030 and from UTF-8', async () => {
  const expected = [{ line: 2, id: '1', customer: '王芳', day: 45356, amount: 9 }]
  expect((await read(GB18030)).accepted).toEqual(expected)
  expect((await read('订单编号,客户编号,下单日期,金额\n1,王芳,2024年3月5日,9元\n')).accepted).toEqual(expected)
})

test('a character cut by the end of a chunk is whole again', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `${index},王芳${index},2024-03-05,1`)
  const { accepted } = await read(['Order ID,Customer ID,Date,Amount', ...rows].join('\n'))
  expect(accepted).toHaveLength(20_000)
  expect(accepted.filter(({ customer, id }) => customer !== `王芳${id}`)).toEqual([])
})

describe('one clear sentence, and nothing loaded, where', () => {
  test('there is no file', async () => {
    expect(await refusal(join(folder, 'none.csv'))).toBe('There is no file ./none.csv. Check the path.')
  })

  test('it is a folder', async () => {
    await mkdir(join(folder, 'sub'))
    expect(await refusal(join(folder, 'sub'))).toBe('./sub is a folder. Name the CSV file in it.')
  })

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('it may not be read', async () => {
    const path = await file(GOOD, 'closed.csv')
    await chmod(path, 0)
    expect(await refusal(path)).toContain('may not be read by this account')
  })

  test.each<[string, string | Uint8Array, string]>([
    ['it is empty', '', './orders.csv is empty.'],
    ['it holds blank lines only', '\n , \n', './orders.csv is empty.'],
    ['it has headings only', 'Customer ID,Date,Amount\n', './orders.csv has headings and no orders under them.'],
    ['it is a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), './orders.csv is not a text file.'],
    ['it is a workbook', Buffer.from('504b0304140006000800000021', 'hex'), './orders.csv is not a text file.'],
    [
      'its encoding is unknown',
      Buffer.from('Customer ID,Date,Amount\nCaf\xe9,2024-01-01,5\n', 'latin1'),
      'neither UTF-8',
    ],
    [
      'a quotation mark stays open',
      `${GOOD}4,"C,2024-01-01,5\n5,D,2024-01-01,5\n`,
      'in or after line 5 of ./orders.csv',
    ],
    ['a column is missing', 'Kunde,Date,Amount\nA,2024-01-01,5\n', 'No column holds the customer'],
    ['dates stay open', 'Customer ID,Date,Amount\nA,03/04/2024,5\n', 'could be day-first or month-first'],
    [
      'no row can be read',
      'Customer ID,Date,Amount\nA,soon,5\n',
      'None of the 1 rows of ./orders.csv can be read. Line 2',
    ],
  ])('%s', async (_, content, sentence) => {
    expect(await refusal(await file(content))).toContain(sentence)
  })

  test('it is asked for in Chinese', async () => {
    const { summary, notice } = await ordersFile(await file(`${GOOD}4,C,soon,5\n`), 'zh-CN')
    expect(notice).toBe(summary[1])
    expect(summary.slice(1)).toEqual([
      '有1行未能读取，原因见“未读取的行”表。',
      '第5行：“soon”不是日期。请写成 2024-12-31。',
    ])
  })
})

test('whatever is in the fields, accepted and rejected rows make up all rows', async () => {
  const text = fc.string({ unit: fc.constantFrom(...'a1,;"\t\n\r5.-/年（ '), maxLength: 8 })
  const fields = fc.tuple(
    fc.constantFrom('A', 'B', ''),
    fc.constantFrom('2024-01-01', 'x', '20240102'),
    fc.constantFrom('5', '$6', 'y'),
    text,
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fields, { minLength: 1, maxLength: 30 }), async (list) => {
      const rows = list.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(','))
      const read = await ordersFile(
        await file(['Customer ID,Date,Amount,Note', ...rows].join('\n'), 'any.csv'),
        'en',
      ).catch((error: InputError) => {
        expect(error.code).toBe('ordersFileNoneAccepted')
        return undefined
      })
      if (read) expect(read.accepted.length + read.rejected.length).toBe(list.length)
    }),
    { numRuns: 60 },
  )
})

const SHARED = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
describe.skipIf(!existsSync(SHARED))('real data', () => {
  test.each([
    ['online_retail_invoices.csv', 18_532, 4338],
    ['rfm_data_orders.csv', 4906, 995],
  ])('%s', async (name, orders, customers) => {
    const { accepted, rejected, sheets } = await ordersFile(join(SHARED, name), 'en')
    expect([accepted.length, rejected.length, sheets[0]?.rows.length]).toEqual([orders, 0, customers])
  })
})
