import type { Cell } from '../../../local/workbench/workbook.ts'
import { sheetHarness } from '../../addon/sheet-harness.ts'
import type { Language, Stage } from '../stage.ts'

const owners = ['Ann', 'Bartholomew Featherstonehaugh-Cholmondeley', '欧阳明月', '']
const Customers: Cell[][] = [
  ['Customer ID', 'Name', 'Tier', 'Owner', 'Segment'],
  ...Array.from({ length: 40 }, (_, at): Cell[] => [
    ...[
      `C${at}`,
      `Shop ${at}`,
      ['A', 'B', 'C'][at % 3] as string,
      owners[at % 4] as string,
      at % 2 ? 'North' : 'South',
    ],
  ]),
]
const Orders: Cell[][] = [
  ['Order ID', 'Customer ID', 'Order date', 'Amount'],
  ...Array.from({ length: 300 }, (_, at): Cell[] => [
    ...[`O${at}`, `C${(at * 7) % 40}`, { date: 45_300 + at * 2 }, 50 + ((at * 37) % 400)],
  ]),
]

const book = (language: Language, email = 'ann@example.com') =>
  sheetHarness({
    ...{ language, email, tabs: { Customers, Orders } },
    sharing: {
      editors: ['ann@example.com', 'bartholomew.featherstonehaugh@northwind-foods.example', 'c@example.com'],
      viewers: ['d@example.com', 'e@example.com', 'f@example.com', 'g@example.com'],
    },
  })

/** From the choice to the sheet, its refresh by somebody else, and what goes wrong. */
export const kpiSheetStates = {
  async KpiSheet({ open, text: { kpi: text }, language }: Stage) {
    const sheet = await book(language)
    const form = await open('KpiSheet', sheet)
    await form.see('1-choose')
    await form.unfoldAll()
    await form.page.getByLabel(text.mode).selectOption('formulas')
    await form.see('2-unfolded')
    await form.do(text.build)
    await form.see('3-who-sees')
    form.hold('buildKpiSheet')
    await form.page.getByRole('alertdialog').getByRole('button').first().click()
    await form.see('4-writing', /blue/)
    form.release()
    await form.settled()
    await form.see('5-built')
    await form.do(text.hourly)
    await form.see('6-hourly')
    await form.close()
  },
  async KpiSheetOfAnother({ open, text: { kpi: text }, language }: Stage) {
    const sheet = await book(language, 'bartholomew.featherstonehaugh@northwind-foods.example')
    await sheet.call('buildKpiSheet', { customers: 'Customers', orders: 'Orders' })
    await sheet.call('setKpiSheetHourly', true)
    const other = await sheet.as('ann@example.com')
    const form = await open('KpiSheet', other)
    await form.see('1-of-another')
    await form.do(text.takeOver)
    await form.see('2-taken-over')
    sheet.renameTab('Orders', 'Bestellungen')
    await form.page.getByText(text.more).click()
    sheet.renameHeader('Bestellungen', 'Amount', 'Soll')
    await form.do(text.refresh)
    await form.see('3-problem')
    await form.close()
  },
}
