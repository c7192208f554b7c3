import type { Subject } from '../moved-tabs.ts'
import { day, setUp, tabs } from '../workbook.ts'
import { apply } from './scores.ts'

/** What a refresh of the same day writes anew in the history. */
const figures = ['High', 'Low', 'Value', 'n']

/** The KPI sheet, built, brought up to date, and with columns of the person's own put into it. */
export const kpiSheet: Subject = {
  name: 'KPI sheet',
  file: 'kpi-sheet',
  tabs,
  async ready(place) {
    await setUp(place)
    await apply(place, {})
  },
  actions: [
    {
      name: 'it is built',
      calls: ['buildKpiSheet'],
      writes: { 'KPI sheet': ['+'], 'KPI history': ['+'] },
      run: ({ call, nameOf }) =>
        call('buildKpiSheet', { customers: nameOf('Customers'), orders: nameOf('Orders'), survey: '' }),
    },
    {
      name: 'it is brought up to date by hand, after new orders',
      calls: ['refreshKpiSheet'],
      writes: { 'KPI sheet': ['1', '2', '3', '4'], 'KPI history': figures, Orders: ['+'] },
      async run(place) {
        const order = { 'Order ID': 'N1', 'Customer ID': 'C12', 'Order date': day(45_860), Amount: 900, Product: 'Tea' }
        place.append('Orders', order)
        await place.call('refreshKpiSheet')
      },
    },
    {
      name: 'it is brought up to date on time, after a person put columns between its own',
      calls: ['refreshKpiSheetOnTime'],
      writes: { 'KPI sheet': ['1', '2', '3', '4', 'cells'], 'KPI history': ['Value', 'n'], Orders: ['+'] },
      async run(place) {
        const tab = place.tab('KPI sheet')
        tab.insert('columns', 2, 2)
        tab.type(4, 3, 'a note')
        tab.type(9, 4, 'another')
        await place.call('setKpiSheetHourly', true)
        const order = { 'Order ID': 'N2', 'Customer ID': 'C03', 'Order date': day(45_861), Amount: 70, Product: 'Tea' }
        place.append('Orders', order)
        await place.call('refreshKpiSheetOnTime', { triggerUid: place.sheet.triggers().at(-1)?.id })
      },
    },
    {
      name: 'it is built again',
      calls: ['buildKpiSheet'],
      writes: {},
      run: ({ call, nameOf }) =>
        call('buildKpiSheet', { customers: nameOf('Customers'), orders: nameOf('Orders'), survey: '' }),
    },
  ],
}
