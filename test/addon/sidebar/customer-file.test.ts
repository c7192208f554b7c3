import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

/** A folder for pictures of each step, to be looked at. */
const pictures = process.env.PICTURES

const customers: Cell[][] = [
  ['Customer ID', 'Name', 'E-mail', 'Phone', 'City', 'Created'],
  ['C0001', 'Northwind Foods Ltd', 'office@northwind.example', '020 7946 0958', 'London', { date: 45_000 }],
  ['C0002', '华为技术有限公司', '', '138 0013 8000', '深圳', ''],
  ['C0003', 'Norhtwind Foods', '', '+44 20 7946 0958', '', { date: 45_300 }],
  ['C0004', 'Müller GmbH', 'info@mueller.example', '', 'Bonn', ''],
]
const pasted = [
  'Account Name,Email,Phone,Billing City,Fax,Created Time',
  'Northwind Foods Ltd,Office@Northwind.example,,Leeds,0113 1,2024-01-05',
  'Alder Hotels,desk@alder.example,,York,,2024-02-07',
  'Müller GmbH,info@mueller.example,0228 123456,Bonn,,',
  ',,,Nowhere,,',
  'Kestrel Print,print@kestrel.example,,Bath,,31/02/2026',
].join('\n')
const mixedDates = ['Account Name,Created Time', 'A,25/04/2024', 'B,26/04/2024', 'C,12/27/2024', 'D,03/04/2024'].join(
  '\n',
)
const rows = customers.map((row) => [...row])

let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
  if (pictures) mkdirSync(pictures, { recursive: true })
})

describe.each(formLanguages('zh-CN'))('the Customer file form in %s', (language) => {
  const text = messagesFor(language).customerFileForm
  const open = async () => {
    const book = await sheetHarness({ tabs: { Customers: rows }, language })
    const form = await sheetForm(browser, book, 'CustomerFile', language)
    const { page } = form
    const see = async (name: string) => {
      if (pictures) await form.picture(`${pictures}/${name}.${language}.png`)
    }
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).first().click()
      await page.waitForTimeout(150)
      await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"], progress') === null)
    }
    return { book, form, page, see, press }
  }

  test('imports pasted cells after a preview, overwrites what is ticked alone, and takes it back', async () => {
    const { book, form, page, see, press } = await open()
    await see('1-source')
    await page.getByLabel(text.source).selectOption('paste')
    await page.locator('textarea').fill(pasted)
    await press(text.read)
    await see('2-columns')
    expect(await page.getByLabel(text.match).inputValue()).toBe('email')
    await page.getByText(text.columnsLeft).click()
    await page.getByLabel('Fax').selectOption('column:Fax')
    await press(text.preview)
    await see('3-preview')
    await page.getByLabel(text.overwriteLabel({ column: 'City', cells: 1 })).check()
    const left = { column: 'Created', why: text.unreadable.notDate('31/02/2026'), isNew: true }
    await page.getByText(text.cellLeft(left)).waitFor()
    await page.getByRole('button', { name: text.importCount(5) }).click()
    await see('4-ask')
    await press(text.import)
    await see('5-imported')
    expect(book.column('Customers', 'City')).toEqual(['Leeds', '深圳', '', 'Bonn', 'York', 'Bath'])
    expect(book.column('Customers', 'Fax')).toEqual(['0113 1', '', '', '', '', ''])
    expect(book.column('Customers', 'Created')[0]).toEqual({ date: 45_000 })
    expect(book.column('Customers', 'Customer ID')[4]).toBe('C0005')
    await press(text.undoImport)
    await see('6-undo')
    await page.getByRole('alertdialog').getByRole('button', { name: text.undo }).click()
    await page.getByText(text.undone({ changed: 3, added: 0, removed: 2 })).waitFor()
    await see('7-undone')
    expect(book.column('Customers', 'City')).toEqual(['London', '深圳', '', 'Bonn'])
    await form.close()
  })

  test('says how dates are read, and reads them as is chosen; nothing that is zero is shown', async () => {
    const { book, form, page, see, press } = await open()
    await page.getByLabel(text.source).selectOption('paste')
    await page.locator('textarea').fill(mixedDates)
    await press(text.read)
    await press(text.preview)
    const rowNames = (...rows: number[]) => text.rows({ rows, more: 0 })
    const why = { open: 1, chosen: false, dayFirst: rowNames(2, 3), monthFirst: rowNames(4) }
    await page.getByText(text.datesWhy({ ...why, order: 'DAY_FIRST' })).waitFor()
    await see('13-dates')
    expect(await page.getByText(text.rejected, { exact: true }).count()).toBe(0)
    const choice = page.getByLabel(text.dates({ column: 'Created', example: '03/04/2024' }))
    expect(await choice.inputValue()).toBe('DAY_FIRST')
    await choice.selectOption('MONTH_FIRST')
    await press(text.importCount(4))
    await see('14-dates-ask')
    await page.getByText(text.importAsk({ added: 4, fill: 0, overwrite: 0 })).waitFor()
    await press(text.import)
    expect(book.column('Customers', 'Created').slice(4)).toEqual(
      [45_407, 45_408, 45_653, 45_355].map((date) => ({ date })),
    )
    await form.close()
  })

  test('compares likely duplicates side by side and merges them after a yes', async () => {
    const { book, form, page, see, press } = await open()
    await form.press(text.parts.duplicates)
    await press(text.find)
    await see('8-groups')
    await press(text.compare)
    await see('9-compare')
    await page.getByRole('radio', { name: 'Norhtwind' }).check()
    await press(text.merge)
    await see('10-ask')
    await page.getByRole('alertdialog').getByRole('button', { name: text.merge }).click()
    await page.getByText(text.merged({ keep: 'C0001', gone: 'C0003' })).waitFor()
    await see('11-merged')
    expect(book.column('Customers', 'Name')).toEqual(['Norhtwind Foods', '华为技术有限公司', 'Müller GmbH'])
    expect(book.column('Customers', 'City')[0]).toBe('London')
    await page.locator('button.link', { hasText: text.undo }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: text.undo }).click()
    await page.getByText(text.undone({ changed: 1, added: 1, removed: 0 })).waitFor()
    await form.close()
  })

  test.runIf(language === 'en')('shows an import that was killed, and finishes it', async () => {
    const { book, form } = await open()
    await form.close()
    await book.call('recordImport', 'k1', 'new.csv', 0, [
      { id: 'C0002', key: 'email', before: '', after: 'w@x.example' },
      { id: 'C0009', after: { customer: 'New' } },
    ])
    book.killAfter(2)
    await book.call('makeFileAction', 'k1').catch(() => undefined)
    book.revive()
    const again = await sheetForm(browser, book, 'CustomerFile', language)
    if (pictures) await again.picture(`${pictures}/12-interrupted.${language}.png`)
    await again.page.getByRole('button', { name: text.finish }).click()
    await again.page.getByLabel(text.source).waitFor()
    expect(book.column('Customers', 'E-mail')[1]).toBe('w@x.example')
    expect(book.column('Customers', 'Name')[4]).toBe('New')
    await again.close()
  })
})
