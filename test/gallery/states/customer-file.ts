import type { Cell } from '../../../local/workbench/workbook.ts'
import { sheetHarness } from '../../addon/sheet-harness.ts'
import type { Language, Stage } from '../stage.ts'

const rows: Cell[][] = [
  ['Customer ID', 'Name', 'E-mail', 'Phone', 'City', 'Created'],
  ['C0001', 'Northwind Foods Ltd', 'office@northwind.example', '020 7946 0958', 'London', { date: 45_000 }],
  ['C0002', '中国对外经济技术合作发展有限责任公司深圳第三分公司', '', '138 0013 8000', '深圳', ''],
  ['C0003', 'Norhtwind Foods', '', '+44 20 7946 0958', '', { date: 45_300 }],
  ['C0004', 'Müller GmbH', 'info@mueller.example', '', 'Bonn', ''],
]
const pasted = [
  'Account Name,Email,Phone,Billing City,Fax,Created Time,Preferred-Language-of-Correspondence',
  'Northwind Foods Ltd,Office@Northwind.example,,Leeds,0113 1,03/04/2024,English',
  'Königlich-Bayerische Donaudampfschifffahrtsgesellschaft mbH & Co. KG,desk@alder.example,,York,,25/04/2024,Deutsch',
  'Müller GmbH,info@mueller.example,0228 123456,Bonn,,12/27/2024,',
  ',,,Nowhere,,,',
  'Kestrel Print,print@kestrel.example,,Bath,,31/02/2026,',
  ...Array.from({ length: 60 }, (_, at) => `新客户${at}有限公司,c${at}@example.com,,上海市浦东新区,,26/04/2024,中文`),
].join('\n')

const book = (language: Language) => sheetHarness({ language, tabs: { Customers: rows.map((row) => [...row]) } })

/** An import from paste to undo, and one that was stopped; duplicates from the search to the merge. */
export const customerFileStates = {
  async Import({ open, text: { customerFileForm: text }, language }: Stage) {
    const form = await open('CustomerFile', await book(language))
    const { page } = form
    await page.getByLabel(text.source).selectOption('paste')
    await form.see('1-paste')
    await page.locator('textarea').fill(pasted)
    await form.do(text.read)
    await form.see('2-columns')
    await page.getByText(text.columnsLeft).click()
    await page.getByLabel('Fax').selectOption('column:Fax')
    await form.see('3-left-out')
    await form.do(text.preview)
    await form.see('4-preview')
    await form.unfoldAll()
    await form.see('5-unfolded')
    await form.pressPrimary()
    await form.see('6-ask')
    form.hold('makeFileAction')
    await page.getByRole('alertdialog').getByRole('button').first().click()
    await page.locator('progress').waitFor()
    await form.see('7-writing')
    form.release()
    await form.settled()
    await form.see('8-done')
    await form.do(text.undoImport)
    await form.see('9-undo')
    await form.yes()
    await form.see('9-undone')
    await form.close()
  },
  async Duplicates({ open, text: { customerFileForm: text }, language }: Stage) {
    const form = await open('CustomerFile', await book(language))
    await form.press(text.parts.duplicates)
    await form.see('1-before')
    await form.do(text.find)
    await form.see('2-groups')
    await form.do(text.compare)
    await form.see('3-compare')
    await form.do(text.merge)
    await form.see('4-ask')
    await form.yes()
    await form.see('5-merged')
    await form.do(text.find)
    await form.see('6-none')
    await form.close()
  },
  async Interrupted({ open, language }: Stage) {
    const sheet = await book(language)
    await sheet.call('recordImport', 'k1', 'customers-2026-export-of-the-whole-group.csv', 0, [
      { id: 'C0002', key: 'email', before: '', after: 'w@x.example' },
      { id: 'C0009', after: { customer: 'New' } },
    ])
    sheet.killAfter(2)
    await sheet.call('makeFileAction', 'k1').catch(() => undefined)
    sheet.revive()
    const form = await open('CustomerFile', sheet)
    await form.see('1-told')
    await form.close()
  },
  async NoCustomers({ open, text, language }: Stage) {
    const sheet = await sheetHarness({ language })
    const forms = [
      'CustomerFile',
      'Customer',
      'EntryStandard',
      'ScoreAndTier',
      'Tiers',
      'SetUp',
      'KpiSheet',
      'Functions',
    ]
    for (const [at, name] of forms.entries()) {
      const form = await open(name, sheet)
      await form.see(`${at + 1}-${name}`)
      const parts = (await form.tabs()).slice(1)
      for (const [place, part] of parts.entries()) {
        await form.press(part)
        if (part === text.customerForm.parts.find) await form.pressPrimary()
        await form.see(`${at + 1}-${name}-${place + 2}`)
      }
      await form.close()
    }
  },
}
