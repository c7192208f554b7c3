import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { messagesFor } from '../../core/messages/messages.ts'
import type { SheetHarness } from '../addon/sheet-harness.ts'
import { openForm } from '../open-form.ts'

export type Language = 'en' | 'zh-CN'
export type Stage = ReturnType<typeof stage>

/** What a state needs to be set and pictured: `State name.language.step.png` in a folder. */
export function stage(browser: Browser, folder: string, name: string, language: Language) {
  const text = messagesFor(language)
  return {
    text,
    language,
    /** A form over a workbook. */
    async open(form: string, sheet: Pick<SheetHarness, 'call'>) {
      let held = ''
      let release = () => {}
      const call: SheetHarness['call'] = async <T>(asked: string, ...args: unknown[]) => {
        if (asked === held) {
          held = ''
          await new Promise<void>((resolve) => {
            release = resolve
          })
        }
        return sheet.call<T>(asked, ...args)
      }
      const html = await readFile(join('dist', 'addon', `${form}.html`), 'utf8')
      const opened = await openForm(browser, html, language, call)
      const { page } = opened
      page.setDefaultTimeout(15_000)
      const button = (label: string) => page.getByRole('button', { name: label, exact: true }).first()
      return {
        ...opened,
        /** Presses a button without waiting for what it does. */
        push: (label: string) => button(label).click(),
        /** Presses a button and waits until the form is quiet. */
        async do(label: string): Promise<void> {
          await button(label).click()
          await opened.settled()
        },
        unfold: (title: string) => page.locator('summary', { hasText: title }).first().click(),
        unfoldAll: () =>
          page.evaluate(() => {
            for (const part of document.querySelectorAll('details')) part.open = true
          }),
        async yes(): Promise<void> {
          await page.getByRole('alertdialog').getByRole('button').first().click()
          await opened.settled()
        },
        /** Takes a picture; `allowed` faults are what the state is about. */
        async see(step: string, allowed = /$^/): Promise<void> {
          await opened.picture(join(folder, `${name}.${language}.${step}.png`))
          const faults = (await opened.faults()).filter((fault) => !allowed.test(fault))
          expect.soft(faults, `${name} ${step}`).toEqual([])
        },
        /** The next call of one kind waits until it is released. */
        hold(asked: string): void {
          held = asked
        },
        release: () => release(),
      }
    },
  }
}
