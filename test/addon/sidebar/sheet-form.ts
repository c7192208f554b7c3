import type { Browser } from 'playwright-core'
import { openForm } from '../../open-form.ts'
import { builtAddon } from '../built-code.ts'
import type { SheetHarness } from '../sheet-harness.ts'

/** A built form whose server calls run the built script over the harness's workbook. */
export async function sheetForm(browser: Browser, sheet: SheetHarness, form: string, language: 'en' | 'zh-CN' = 'en') {
  const html = (await builtAddon()).get(`${form}.html`) as string
  return openForm(browser, html, language, sheet.call)
}
