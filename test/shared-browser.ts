import type { Browser, BrowserContext } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { opened } from './opened.ts'

let running: Promise<Browser> | undefined

/** What is left open from one test file to the next. */
export const kept = new WeakSet<BrowserContext>()

/** The browser that the test files of a process share, one after another: its pages are closed after each file. */
export async function sharedBrowser(): Promise<Browser> {
  if (running && !(await running).isConnected()) running = undefined
  running ??= openBrowser()
  const browser = await running
  opened.push({
    close: () => Promise.all(browser.contexts().map((context) => (kept.has(context) ? undefined : context.close()))),
  })
  return browser
}
