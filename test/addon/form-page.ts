import type { Browser, Page } from 'playwright-core'
import { builtAddon } from './built-code.ts'
import type { SheetHarness } from './sheet-harness.ts'

/** A built form in a page as wide as a sidebar; its server calls run the built script over the harness's workbook. */
export async function formPage(
  browser: Browser,
  sheet: SheetHarness,
  form: string,
  language: 'en' | 'zh-CN' = 'en',
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 300, height: 700 } })
  await page.exposeFunction('callServer', async (name: string, args: unknown[]) => {
    try {
      return { value: (await sheet.call(name, ...args)) ?? null }
    } catch (error) {
      return { problem: (error as Error).message }
    }
  })
  const html = (await builtAddon()).get(`${form}.html`) as string
  await page.setContent(
    html.replace('<html lang="en"', `<html lang="${language}"`).replace('<body>', `<body><script>${bridge}</script>`),
  )
  return page
}

/** `google.script.run` as a form knows it. */
const bridge = `
  const run = (handlers) => new Proxy({}, {
    get: (_, name) => {
      if (name === 'withSuccessHandler') return (success) => run({ ...handlers, success })
      if (name === 'withFailureHandler') return (failure) => run({ ...handlers, failure })
      return (...args) => void callServer(name, args).then(({ value, problem }) =>
        problem === undefined ? handlers.success?.(value) : handlers.failure?.(new Error(problem)))
    },
  })
  window.google = { script: { run: run({}), host: { close() {} } } }
`
