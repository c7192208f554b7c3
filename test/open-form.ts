import type { Browser, Locator, Page } from 'playwright-core'
import { PATIENCE_MS } from './patience.ts'
import { kept } from './shared-browser.ts'

const ADDRESS = 'https://form.example/'
const WIDTH = 300
const HEIGHT = 720
const BUSY = '.skeleton, .spin, [aria-busy="true"], progress'
/** What waits longer is no part of an answer to a press. */
const SHORT_MS = 500
/** So many frames nothing may be under way: what was drawn may begin something in the next. */
const QUIET_FRAMES = 3

type Call = (name: string, ...args: unknown[]) => Promise<unknown>

/** `google.script.run` over `callServer`, as little of it as the forms use; `underWay` holds what is not answered yet. */
const bridge = `
  globalThis.underWay = new Set()
  const runner = (success, failure) => new Proxy({}, { get: (_, name) =>
    name === 'withSuccessHandler' ? (next) => runner(next, failure)
    : name === 'withFailureHandler' ? (next) => runner(success, next)
    : (...args) => {
        const call = {}
        underWay.add(call)
        callServer(name, args).then(success, (error) =>
          failure(new Error(error.message.replace(/^.*?callServer: (Error: )?/, '')))).finally(() => underWay.delete(call))
      } })
  globalThis.google = { script: { run: runner(), host: { close() {} } } }
  const { setTimeout: wait, clearTimeout: forget } = globalThis
  globalThis.setTimeout = (work, ms = 0, ...args) => {
    const timer = wait(() => {
      underWay.delete(timer)
      work(...args)
    }, ms)
    if (ms <= ${SHORT_MS}) underWay.add(timer)
    return timer
  }
  globalThis.clearTimeout = (timer) => {
    underWay.delete(timer)
    forget(timer)
  }`

/** What a page shows and asks: another form each time that it is used. */
type Shown = { html: string; call: Call; failures: string[] }
type FormPage = { browser: Browser; language: string; page: Page; show(shown: Shown): void }

/** Pages that forms were closed in: to begin one anew takes longer than most of what is tested in it. */
const idle: FormPage[] = []

async function formPage(browser: Browser, language: string): Promise<FormPage> {
  const at = idle.findIndex((each) => each.browser === browser && each.language === language)
  const [found] = at < 0 ? [] : idle.splice(at, 1)
  if (found) kept.delete(found.page.context())
  if (found && !found.page.isClosed()) return found
  const context = await browser.newContext({
    viewport: { width: WIDTH, height: HEIGHT },
    // Drawn by the processor: sharp only where somebody looks at it.
    deviceScaleFactor: process.env.PICTURES ? 2 : 1,
    reducedMotion: 'reduce',
    locale: language,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  let now: Shown = { html: '', call: async () => null, failures: [] }
  page.on('pageerror', (error) => now.failures.push(`failed: ${error.message}`))
  await page.exposeFunction(
    'callServer',
    async (name: string, args: unknown[]) => (await now.call(name, ...args)) ?? null,
  )
  await page.addInitScript(bridge)
  await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: now.html }))
  const show = (shown: Shown) => {
    now = shown
  }
  return { browser, language, page, show }
}

/** A form in a page as wide as a sidebar, with the script behind it. */
export async function openForm(browser: Browser, html: string, language: string, call: Call) {
  const used = await formPage(browser, language)
  const { page } = used
  const failures: string[] = []
  used.show({ html: html.replace('<html lang="en"', `<html lang="${language}"`), call, failures })
  await page.goto(ADDRESS)
  await page.locator('main > *').first().waitFor({ state: 'attached' })
  await settled()

  /** Waits until no call, short timer or movement is under way and nothing says that it is busy. */
  async function settled(): Promise<void> {
    const seen = { busy: BUSY, frames: QUIET_FRAMES, quiet: 0 }
    const handle = await page.evaluateHandle((state) => state, seen)
    await page.waitForFunction(isSettled, handle, { timeout: PATIENCE_MS })
    await handle.dispose()
  }
  /** Leaves the page as it was, for another form. */
  async function close(): Promise<void> {
    used.show({ html: '<!doctype html>', call: async () => null, failures: [] })
    await page.goto(ADDRESS)
    await page.mouse.move(0, 0)
    await page.setViewportSize({ width: WIDTH, height: HEIGHT })
    kept.add(page.context())
    idle.push(used)
  }
  async function pressed(button: Locator): Promise<void> {
    await button.click()
    await page.mouse.move(0, 0)
    await settled()
  }
  return {
    page,
    settled,
    tabs: () => page.getByRole('tab').allInnerTexts(),
    press: (tab: string) => pressed(page.getByRole('tab', { name: tab, exact: true })),
    faults: async () => [...failures, ...(await page.evaluate(faultsIn, language))],
    /** What the blue button says; '' where there is none. */
    primary: async () => (await page.locator('button.primary:enabled').allInnerTexts())[0] ?? '',
    asks: () => page.getByRole('alertdialog').isVisible(),
    /** Presses the blue button, where there is one that can be. */
    async pressPrimary(): Promise<boolean> {
      const primary = page.locator('button.primary:enabled')
      if ((await primary.count()) === 0) return false
      await pressed(primary.first())
      return true
    },
    /** What is seen without scrolling, and where there is more, the whole form too. */
    async picture(path: string): Promise<void> {
      await page.setViewportSize({ width: WIDTH, height: HEIGHT })
      await page.screenshot({ path })
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      if (height <= HEIGHT) return
      await page.setViewportSize({ width: WIDTH, height })
      await page.screenshot({ path: path.replace(/png$/, 'whole.png') })
      await page.setViewportSize({ width: WIDTH, height: HEIGHT })
    },
    close,
  }
}

/** Asked once a frame: runs in the page. */
function isSettled(state: { busy: string; frames: number; quiet: number }): boolean {
  const { underWay } = globalThis as unknown as { underWay: Set<unknown> }
  const moving = document.getAnimations().some(({ playState, effect }) => {
    return playState === 'running' && effect?.getComputedTiming().iterations !== Infinity
  })
  const isQuiet = underWay.size === 0 && !moving && document.querySelector(state.busy) === null
  state.quiet = isQuiet ? state.quiet + 1 : 0
  return state.quiet >= state.frames
}

/** What no form may show: runs in the page. */
function faultsIn(language: string): string[] {
  const shown = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary')].filter(
    (control) => control.getClientRects().length > 0,
  )
  const nameless = shown.filter((control) => {
    const labels = (control as HTMLInputElement).labels
    const named = [
      control.getAttribute('aria-label'),
      control.textContent,
      ...[...(labels ?? [])].map((l) => l.textContent),
    ]
    return !control.hasAttribute('aria-labelledby') && !named.some((name) => name?.trim())
  })
  // What stands in the bar at the bottom comes last, whatever it covers.
  const inOrder = shown.filter((control) => control.checkVisibility() && !control.closest('.action-bar'))
  const astray = inOrder.filter((control, at) => {
    const before = inOrder[at - 1]?.getBoundingClientRect()
    return control.tabIndex > 0 || (before && control.getBoundingClientRect().bottom <= before.top)
  })
  // While something is asked, the style takes the blue from all other buttons.
  const blue = shown.filter((control) =>
    control.matches('.confirm button.primary, main:not(:has(.confirm)) button.primary'),
  )
  const text = document.querySelector('main')?.textContent ?? ''
  const slip = /\bundefined\b|\bNaN\b|\[object|\bnull\b/.exec(text)
  const english = language === 'en' ? null : /[a-z]{2,} [a-z]{2,} [a-z]{2,}/.exec(text)
  const width = document.documentElement.scrollWidth
  return [
    ...(width > innerWidth ? [`is ${width} px wide`] : []),
    ...nameless.map((control) => `has a control without a name: ${control.outerHTML.slice(0, 120)}`),
    ...astray.map((control) => `is reached out of order: ${control.outerHTML.slice(0, 120)}`),
    ...(blue.length > 1 ? [`has ${blue.length} blue buttons: ${blue.map((each) => each.textContent).join(', ')}`] : []),
    ...(slip ? [`shows ${slip[0]}`] : []),
    ...(english ? [`says in English: ${english[0]}`] : []),
  ]
}
