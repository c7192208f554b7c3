import type { BesideCustomers } from '../../../../addon/functions-form/beside-customers.ts'
import type { GivenCall } from '../../../../addon/functions-form/given-call.ts'
import type { Subject } from '../moved-tabs.ts'
import type { Place } from '../place.ts'
import { setUp, tabs } from '../workbook.ts'
import { columnNumber, toldFormula } from './told-formula.ts'

/** Formulas that the add-on puts into cells, each told by the headers that its columns have. */
export const functions: Subject = {
  name: 'Functions',
  file: 'functions',
  tabs: () => ({ ...tabs(), Notes: [['My notes'], ['one']] }),
  ready: setUp,
  actions: [
    {
      name: 'a column beside the customers',
      calls: ['besideCustomers'],
      writes: { Notes: ['+'] },
      async run(place) {
        const { cell, found } = await place.call<BesideCustomers>(
          'besideCustomers',
          rfm(place),
          place.nameOf('Customers'),
          5,
        )
        if (found !== 11) throw new Error(`${found} customers were found`)
        tell(place, cell)
      },
    },
    {
      name: 'a formula on a tab of its own',
      calls: ['insertFunction'],
      writes: { Notes: ['+'], TS_RFM: ['+'] },
      async run(place) {
        tell(place, await place.call<string>('insertFunction', rfm(place), 'newTab'))
      },
    },
    {
      name: 'a formula beside the orders',
      calls: ['insertFunction'],
      writes: { Notes: ['+'] },
      async run(place) {
        const columns = [{ ...given(place, 'Orders', 'Amount'), fromRow: 2 }]
        tell(place, await place.call<string>('insertFunction', { name: 'TS_NORMALIZE', arguments: columns }, 'beside'))
      },
    },
    {
      name: 'a survey’s results in the selected cell, as values and as a formula',
      calls: ['writeSurveyResults', 'putSurveyFormula'],
      writes: { Notes: ['+'] },
      async run(place) {
        const { id, name } = place.tab('Notes')
        await place.sheet.book.call('select', { sheetId: id, row: 12, column: 1, rows: 1, columns: 1 })
        const header = ['Tier', 'n', 'NPS', 'Low', 'High']
        const table = { about: 'Spring', header, rows: [['A', 3, 1, 0, 2]], unit: 'points' }
        const asked = { metric: 'NPS', question: 'nps', from: '', to: '', by: 'tier' }
        const live = { table: 'groups', trend: 'month', unit: 'points', rows: 2, columns: 5 }
        const calls = { writeSurveyResults: [table], putSurveyFormula: ['s-1', asked, live] }
        for (const [call, given] of Object.entries(calls)) {
          const cell = await place.call<string>(call, ...given, 'selected')
          if (cell !== `${name}!A12`) throw new Error(`The table is in ${cell}`)
          for (const row of [12, 13, 14]) for (let at = 1; at <= 5; at++) place.tab('Notes').type(row, at, '')
        }
        place.append('Notes', { 'My notes': 'a table' })
      },
    },
  ],
}

function rfm(place: Place): GivenCall {
  const columns = ['Customer ID', 'Order date', 'Amount'].map((header) => given(place, 'Orders', header))
  return { name: 'TS_RFM', arguments: columns }
}

function given(place: Place, tab: string, header: string) {
  return { sheet: place.nameOf(tab), column: place.columnOf(tab, header), columns: 1, fromRow: 2 }
}

/** References go along in Sheets, and not here: the formula is taken out again, and noted by what it refers to. */
function tell(place: Place, cell: string): void {
  const [, tab = '', letters = '', row = ''] = /^(.*)!([A-Z]+)(\d+)$/.exec(cell) ?? []
  const found = place.tabs().find((each) => each.tab.name === tab)
  const column = columnNumber(letters)
  const formula = String(found?.tab.table()[Number(row) - 1]?.[column - 1])
  const isLast = found?.tab.facts().lastColumn === column
  found?.tab.type(Number(row), column, '')
  place.append('Notes', { 'My notes': `${found?.name}, row ${row}: ${toldFormula(place, formula.slice(1), tab)}` })
  if (!isLast) throw new Error(`${cell} is not the last column`)
}
