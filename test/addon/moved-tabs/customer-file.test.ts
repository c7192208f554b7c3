import { expect, test } from 'vitest'
import type { ActionPage } from '../../../addon/customer-file/run-action.ts'
import type { FileChange } from '../../../core/customer-file/file-change.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { testMoved } from './moved-tabs.ts'
import { customerFile } from './subjects/customer-file.ts'

testMoved(customerFile)

test('of several pages, with the history sorted and a kill between them, an import is made and undone whole', async () => {
  const ids = Array.from({ length: 10_020 }, (_, at) => `C${String(at + 1).padStart(5, '0')}`)
  const Customers = [['Customer ID', 'City'], ...ids.map((id) => [id, 'Rome'])]
  const sheet = await sheetHarness({ tabs: { Customers } })
  const changes = ids.map((id): FileChange => ({ id, key: 'city', before: 'Rome', after: 'Bonn' }))
  const cities = () => new Set(sheet.column('Customers', 'City')).size
  const left = (city: string) => sheet.column('Customers', 'City').filter((each) => each === city).length
  const whole = async (name: string) => {
    while ((await sheet.call<ActionPage>(name, 'i')).next !== null);
  }
  await sheet.call('recordImport', 'i', 'a file', 0, changes)
  expect(await sheet.call('makeFileAction', 'i')).toMatchObject({ done: 10_000 })
  sheet.sort('Change history', 'Customer ID', { descending: true })
  sheet.killAfter(0)
  await expect(whole('makeFileAction')).rejects.toThrow('killed')
  sheet.revive()
  await whole('makeFileAction')
  expect([left('Bonn'), cities()]).toEqual([10_020, 1])
  sheet.sort('Change history', 'After')
  sheet.sort('Customers', 'Customer ID', { descending: true })
  sheet.killAfter(1)
  await expect(whole('undoFileAction')).rejects.toThrow('killed')
  sheet.revive()
  await whole('undoFileAction')
  expect([left('Rome'), cities()]).toEqual([10_020, 1])
})
