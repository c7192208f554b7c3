import { expect, test } from 'vitest'
import type { Rect } from '../../../local/workbench/workbook.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { testMoved } from './moved-tabs.ts'
import { Place } from './place.ts'
import { rounds } from './subjects/rounds.ts'

testMoved(rounds)

test('another round writes below the rows of those before, in which a person may have formulas', async () => {
  const place = new Place(await sheetHarness({ tabs: rounds.tabs() }))
  await rounds.ready(place)
  for (const { run } of rounds.actions.slice(0, 5)) await run(place)
  const tab = place.tab('Round proposals')
  const { lastRow } = tab.facts()
  place.sheet.book.calls.splice(0)
  await rounds.actions[5]?.run(place)
  const written = place.sheet.book.calls.flatMap(({ method, params }) => {
    const { sheetId, row } = params as Rect
    return method === 'setValues' && sheetId === tab.id ? [row] : []
  })
  expect(written).toEqual([lastRow + 1])
})
