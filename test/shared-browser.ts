import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { opened } from './opened.ts'

let running: Promise<Browser> | undefined

/** The browser that the test files of a process share, one after another: its pages are closed after each file. */
export async function sharedBrowser(): Promise<Browser> {
  if (running && !(await running).isConnected()) running = undefined
  running ??= openBrowser()
  const browser = await running
  opened.push({ close: () => Promise.all(browser.contexts().map((context) => context.close())) })
  return browser
}
