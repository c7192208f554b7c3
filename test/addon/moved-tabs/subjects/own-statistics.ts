import type { Subject } from '../moved-tabs.ts'
import type { Place } from '../place.ts'
import { setUp, tabs } from '../workbook.ts'

const TAB = 'Own statistics'
const definition = {
  module: 'orders',
  where: { every: 'all', of: [{ field: 'amount', operator: 'atLeast', value: 100 }] },
  measure: { kind: 'sum', field: 'amount' },
  group: { field: 'customer.owner' },
}

/** Statistics, saved, changed and removed: each a row under the others. */
export const ownStatistics: Subject = {
  name: 'Own statistics',
  file: 'own-statistics',
  tabs,
  ready: setUp,
  actions: [
    {
      name: 'one is saved',
      calls: ['saveStatistic'],
      writes: { [TAB]: ['+'] },
      run: (place) => save(place, '', 0, 'Large orders'),
    },
    {
      name: 'it is saved under another name',
      calls: ['saveStatistic'],
      writes: { [TAB]: ['+'] },
      run: (place) => save(place, 'S1', 1, 'Orders from 100'),
    },
    {
      name: 'another one',
      calls: ['saveStatistic'],
      writes: { [TAB]: ['+'] },
      run: (place) => save(place, '', 0, 'Second'),
    },
    {
      name: 'the first is removed',
      calls: ['removeStatistic'],
      writes: { [TAB]: ['+'] },
      async run(place) {
        await place.call('removeStatistic', 'S1', 2)
        settle(place)
      },
    },
  ],
}

async function save(place: Place, id: string, version: number, name: string): Promise<void> {
  await place.call('saveStatistic', { id, version, name, definition })
  settle(place)
}

/** When it was saved differs from run to run, and a sentence says headers as they are called then. */
function settle(place: Place): void {
  const tab = place.tab(TAB)
  const [savedAt, says] = ['Saved at', 'What it counts'].map((header) => place.columnOf(TAB, header)) as [
    number,
    number,
  ]
  tab.table().forEach((row, index) => {
    if (index === 0 || row[savedAt - 1] === '') return
    tab.type(index + 1, savedAt, 'then')
    tab.type(index + 1, says, String(row[says - 1]).replaceAll('our ', ''))
  })
}
