import { expect, test } from 'vitest'
import { sheetHarness } from './sheet-harness.ts'

const tabs = {
  Orders: [
    ['Order ID', 'Amount'],
    ['O1', 3],
    ['O2', 1],
    ['O3', ''],
  ],
}

test('what a person does to a tab moves values and metadata together', async () => {
  const sheet = await sheetHarness({ tabs })
  const { id } = sheet.book.sheets[0]!
  await sheet.book.call('addMetadata', {
    ...{ key: 'field', value: 'amount', visibility: 'DOCUMENT' },
    place: { type: 'COLUMN', sheetId: id, index: 2 },
  })
  const marked = async () =>
    (await sheet.book.call('metadata', {})).map(({ place }) => ('index' in place ? place.index : 0))
  sheet.sort('Orders', 'Amount')
  expect(sheet.column('Orders', 'Order ID')).toEqual(['O2', 'O1', 'O3'])
  sheet.insertColumn('Orders', 1)
  expect(await marked()).toEqual([3])
  sheet.moveColumn('Orders', 'Amount', 1)
  expect(await marked()).toEqual([1])
  sheet.renameHeader('Orders', 'Amount', 'Total')
  sheet.insertRows('Orders', 2, 1)
  expect(sheet.table('Orders')).toEqual([
    ['Total', '', 'Order ID'],
    ['', '', ''],
    [1, '', 'O2'],
    [3, '', 'O1'],
    ['', '', 'O3'],
  ])
})

test('a copy has another id and the same tabs, and what happens there does not happen here', async () => {
  const sheet = await sheetHarness({ tabs })
  const copy = await sheet.copySpreadsheet()
  copy.type('Orders', 2, 2, 99)
  expect([sheet.column('Orders', 'Amount'), copy.column('Orders', 'Amount')]).toEqual([
    [3, 1, ''],
    [99, 1, ''],
  ])
  expect((await copy.book.call('workbook', {})).id).not.toBe((await sheet.book.call('workbook', {})).id)
})

test('the script runs over it', async () => {
  const customers = [
    ['Customer ID', 'Customer'],
    ['C1', 'Ann'],
    ['C2', 'Bo'],
  ]
  const sheet = await sheetHarness({ tabs: { Customers: customers } })
  await sheet.select('Customers', 3)
  expect(await sheet.call('selectedCustomer')).toMatchObject({ id: 'C2', name: 'Bo' })
  expect(Object.keys(sheet.operations())).toContain('values')
})
