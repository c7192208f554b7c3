import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { preparedComplaints } from './imported-complaints.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

let backend: RunningBackend
beforeAll(async () => {
  backend = await startBackend({ dir: ':memory:', port: 0, now: () => new Date('2026-03-10T08:00:00Z') })
})
afterAll(() => backend.close())

const header = ['No.', 'Received', 'Category', 'Customer', 'Status']
const open = async (tabs: Record<string, Cell[][]>) => {
  const sheet = await sheetHarness({ tabs, backend })
  await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
  return sheet
}
const imported = async ({ call }: SheetHarness, tab: string, change?: Parameters<typeof preparedComplaints>[2]) => {
  const { prepared, send } = await preparedComplaints(call, tab, change)
  const { taken, known } = await send()
  return { taken, known: prepared.known + known, rejected: prepared.rejected.map(({ row }) => row) }
}
const count = ({ call }: SheetHarness) => call<number>('TS_COMPLAINTS', 'NEW', '', '', '', '', crypto.randomUUID())

test('sorting, moving, renaming and what was done meanwhile count nothing twice', async () => {
  const rows: Cell[][] = [
    ['', '2026-02-03', 'Wet', 'Ms Chen', 'Open'],
    ['', '2026-02-01', 'Wet', 'Ms Chen', 'Open'],
    ['', '2026-02-01', 'Wet', 'Ms Chen', 'Open'],
    ['', '2026-02-02', 'Late', '', 'Lost'],
  ]
  const sheet = await open({ Log: [header, ...rows] })
  expect(await imported(sheet, 'Log')).toEqual({ taken: 3, known: 0, rejected: [5] })
  sheet.sort('Log', 'Received')
  sheet.moveColumn('Log', 'Status', 1)
  sheet.renameTab('Log', 'Old log')
  for (const row of [2, 3, 4, 5]) sheet.type('Old log', row, 1, 'Closed')
  sheet.append('Old log', ['Open', '', '2026-02-01', 'Wet', 'Ms Chen'])
  expect(await imported(sheet, 'Old log')).toEqual({ taken: 2, known: 3, rejected: [] })
  expect(await count(sheet)).toBe(5)
})

test('what is known by its old number is so in any tab; numbers that begin anew each year are not the same', async () => {
  const tabs = {
    Old: [header, [1, '2025-02-03', 'Wet', '', 'Closed'], [2, '2025-02-04', 'Late', '', 'Closed']],
    Copy: [header, [2, '04/02/2025', 'Late delivery', '', 'Closed'], [1, '15/01/2026', 'Wet', '', 'Open']],
  } satisfies Record<string, Cell[][]>
  const sheet = await open(tabs)
  expect(await imported(sheet, 'Old')).toMatchObject({ taken: 2 })
  expect(await imported(sheet, 'Copy')).toEqual({ taken: 1, known: 1, rejected: [] })
  expect(await count(sheet)).toBe(3)
})

test('other columns chosen later count nothing twice', async () => {
  const sheet = await open({ Log: [header, ['', '2026-02-03', 'Wet', 'Ms Chen', 'Open']] })
  await imported(sheet, 'Log')
  const without = ({
    at: { customer: _, ...at },
    ...plan
  }: Awaited<ReturnType<typeof preparedComplaints>>['plan']) => ({
    ...plan,
    at,
  })
  expect(await imported(sheet, 'Log', without)).toMatchObject({ taken: 0, known: 1 })
  expect(await count(sheet)).toBe(1)
})

test('an import that is killed remembers how far it was, and sends the rest alone', async () => {
  const rows = Array.from({ length: 130 }, (_, at): Cell[] => [at + 1, '2026-02-03', 'Wet', '', 'Open'])
  const sheet = await open({ Log: [header, ...rows] })
  const first = await preparedComplaints(sheet.call, 'Log')
  // The plan, then the progress of the first page: the complaints are stored, and what remembers it is not written.
  sheet.killAfter(1)
  await expect(first.send()).rejects.toThrow('killed')
  sheet.revive()
  const again = await preparedComplaints(sheet.call, 'Log')
  expect(again.read.tab.kept?.open).toMatchObject({ done: 0, of: 130 })
  expect(again.prepared).toMatchObject({ known: 100, toSend: { length: 30 } })
  expect(await again.send()).toMatchObject({ taken: 30, refused: [] })
  expect((await preparedComplaints(sheet.call, 'Log')).read.tab.kept?.open).toBe(null)
  expect(await count(sheet)).toBe(130)
})
