import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Cell, ValidationRule } from '../../../../local/workbench/workbook.ts'
import { refuseStale } from '../../../addon/built-code.ts'
import { PATIENCE_MS } from '../../../patience.ts'
import { sharedBrowser } from '../../../shared-browser.ts'
import { fakeHost } from './fake-host.ts'

const form = `<!doctype html><html><head><title>Form</title></head><body>
  <button id="good">Good</button><button id="bad">Bad</button><button id="close">Close form</button><output></output>
  <script>
    const say = (text) => { document.querySelector('output').textContent = text }
    const run = google.script.run.withUserObject('user object').withFailureHandler((error, u) => say(error.message + ', ' + u))
    document.getElementById('good').onclick = () => run.withSuccessHandler((value, u) => say(JSON.stringify(value) + ', ' + u)).echo({ a: [1, null] }, 'x')
    document.getElementById('bad').onclick = () => run.fail()
    document.getElementById('close').onclick = () => google.script.host.close()
    try { parent.document.title } catch (error) { say('kept apart') }
    try { google.script.run.echo(new Date()) } catch (error) { say(document.querySelector('output').textContent + ', ' + error.message) }
  </script></body></html>`

const pageDir = join('dist', 'workbench')
let browser: Browser
let host: Awaited<ReturnType<typeof fakeHost>>
let page: Page
const faults: string[] = []

beforeAll(async () => {
  refuseStale(join(pageDir, 'page.js'), ['local/workbench', 'local/messages'])
  browser = await sharedBrowser()
  host = await fakeHost({
    pageDir,
    functions: [
      {
        name: 'TS_DOUBLE',
        summary: 'Twice each number.',
        parameters: [{ name: 'numbers', type: 'range', description: 'Numbers', optional: false }],
        example: '=TS_DOUBLE(A2:A)',
      },
    ],
    menu: [
      { caption: 'Score and tier', run: 'showScore' },
      { separator: true },
      { caption: 'More', items: [{ caption: 'Fails', run: 'fail' }] },
    ],
    callFunction(_name, [numbers]) {
      const rows = numbers as Cell[][]
      if (rows.flat().includes('x')) throw new Error('TS_DOUBLE: "x" in row 2 is not a number. Enter it as a number.')
      return rows.map(([value]) => [value === '' ? '' : Number(value) * 2])
    },
    run(name, args) {
      if (name === 'fail') throw new Error('There is no survey yet. Make one first.')
      if (name === 'showScore') host.send({ type: 'showSidebar', title: 'Score and tier', html: form })
      return name === 'echo' ? args : null
    },
  })
  // Small, because each frame is drawn without a graphics card.
  page = await browser.newPage({ viewport: { width: 1200, height: 560 } })
  page.setDefaultTimeout(PATIENCE_MS)
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(host.url) && !request.url().startsWith('data:')) faults.push(request.url())
  })
  await page.goto(host.url)
  await host.said('ready')
  // Until it stands still: what is clicked before may be another cell.
  await page.locator('canvas[id^=univer-sheet-main-canvas]').click({ trial: true })
})

afterEach(() => expect(faults).toEqual([]))

afterAll(() => host.close())

const rect = (row: number, column: number, rows = 1, columns = 1, sheetId = 'sheet-1') => {
  return { sheetId, row, column, rows, columns }
}

/** Clicks a cell. Cells have the size that they have at first. */
async function select(row: number, column: number) {
  const grid = (await page.locator('canvas[id^=univer-sheet-main-canvas]').boundingBox())!
  await page.mouse.click(grid.x + 46 + (column - 0.5) * 88, grid.y + 20 + (row - 0.5) * 24)
}

/** Enters something in a cell as a person does. */
async function type(row: number, column: number, text: string) {
  await select(row, column)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** Waits for what comes about in its own time; other tests may hold the processor. */
const soon = <T>(what: () => Promise<T> | T) => expect.poll(what)

describe('the page', () => {
  it('calculates what is typed through the host, saves it, and shows what a function complains of', async () => {
    await host.call('setValues', { ...rect(1, 1, 3), values: [['n'], [1], [2]] })
    await type(1, 3, '=TS_DOUBLE(A2:A)')
    await soon(() => host.call('values', rect(1, 3, 3))).toEqual([[2], [4], ['']])
    await host.call('setValues', { ...rect(2, 1), values: [['x']] })
    expect(await host.call('values', rect(1, 3))).toEqual([
      [{ error: '#ERROR!', note: 'TS_DOUBLE: "x" in row 2 is not a number. Enter it as a number.' }],
    ])
    await soon(() => page.getByRole('status').first().textContent()).toBe('Saved')
    expect(JSON.stringify(host.snapshot())).toContain('=TS_DOUBLE(A2:A1000)')
  })

  it('takes a suggested function with Enter, but none that was suggested for less than is typed', async () => {
    await select(1, 7)
    await page.keyboard.type('=TS_DOU')
    const suggested = page.getByText('TS_DOUBLE', { exact: true })
    await suggested.waitFor()
    await page.keyboard.press('Enter')
    await suggested.waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await soon(() => host.call('formulas', rect(1, 7))).toEqual([['=TS_DOUBLE()']])
    await select(1, 8)
    await page.keyboard.type('=TS_DOUBLE(A2:A')
    await page.getByText('ACCRINT', { exact: true }).waitFor()
    await page.keyboard.type(')')
    await page.keyboard.press('Enter')
    await soon(() => host.call('formulas', rect(1, 8))).toEqual([['=TS_DOUBLE(A2:A1000)']])
  })

  it('fills a cell from its list, takes back what a rule refuses, and asks before what is protected changes', async () => {
    const rule: ValidationRule = {
      ...{ criteria: 'VALUE_IN_LIST', values: [['Gold', 'Silver'], true] },
      ...{ allowInvalid: false, helpText: 'Choose a tier.' },
    }
    await host.call('setValidations', { sheetId: 'sheet-1', rules: [{ ...rect(3, 5, 4), rule }] })
    const warned = { id: 'p', sheetId: 'sheet-1', description: 'Headings', warningOnly: true }
    await host.call('setProtection', { ...warned, range: rect(1, 1) })
    await type(3, 5, 'Silver')
    await page.getByRole('button', { name: 'Choices' }).click()
    await page.getByRole('option', { name: 'Gold' }).click()
    await soon(() => host.call('values', rect(3, 5, 2))).toEqual([['Silver'], ['Gold']])
    await type(5, 5, 'Tin')
    await page.getByRole('dialog').getByText('Choose a tier.').waitFor()
    await page.keyboard.press('Enter')
    expect(await host.call('values', rect(5, 5))).toEqual([['']])
    await type(1, 1, 'changed')
    await page.getByRole('dialog').getByText('Headings').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await soon(() => host.call('values', rect(1, 1))).toEqual([['n']])
    await host.call('removeProtection', { id: 'p' })
  })

  it('asks the host for a copy, in which the latest change is', async () => {
    await type(6, 6, 'before the copy')
    await page.getByRole('button', { name: 'File' }).click()
    await page.getByRole('menuitem', { name: 'Make a copy' }).click()
    await host.said('copy')
    expect(JSON.stringify(host.snapshot())).toContain('before the copy')
  })

  it('runs the menu, and says so where that fails', async () => {
    await page.getByRole('button', { name: 'Extensions' }).click()
    await page.getByRole('menuitem', { name: 'Tiersheet' }).click()
    await page.getByRole('menuitem', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Fails' }).click()
    await page.getByText('There is no survey yet. Make one first.').waitFor()
    expect(await host.said('run')).toMatchObject({ from: 'menu', name: 'fail', args: [] })
  })

  it("opens the add-on's forms apart from itself and lets them run scripts", async () => {
    await page.getByRole('button', { name: 'Extensions' }).press('Enter')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const sidebar = page.frameLocator('#sidebar iframe')
    const output = sidebar.locator('output')
    await soon(() => output.textContent()).toBe('kept apart, Failed due to illegal value in property: 0')
    await sidebar.getByRole('button', { name: 'Good' }).click()
    await soon(() => output.textContent()).toBe('[{"a":[1,null]},"x"], user object')
    await sidebar.getByRole('button', { name: 'Bad' }).click()
    await soon(() => output.textContent()).toBe('There is no survey yet. Make one first., user object')
    await sidebar.getByRole('button', { name: 'Close form' }).click()
    await page.locator('#sidebar iframe').waitFor({ state: 'detached' })

    host.send({ type: 'showDialog', title: 'Preview', html: form, width: 500, height: 300 })
    const dialog = page.getByRole('dialog', { name: 'Preview' })
    expect(await dialog.locator('iframe').boundingBox()).toMatchObject({ width: 500, height: 300 })
    await dialog.getByRole('button', { name: 'Close', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
  })

  it('asks and tells for a script', async () => {
    host.send({ type: 'toast', title: 'Tiersheet', message: '<b>600</b> customers scored', seconds: 30 })
    await page.getByText('<b>600</b> customers scored').waitFor()
    host.send({ type: 'alert', id: 7, title: 'Overwrite?', message: 'Score has values.', buttons: 'YES_NO' })
    await page.getByRole('button', { name: 'No', exact: true }).click()
    expect(await host.said('alertResult')).toEqual({ type: 'alertResult', id: 7, button: 'NO' })
  })

  it('draws charts, again when their cells change', async () => {
    await host.call('setValues', {
      ...rect(5, 1, 3, 2),
      values: [
        ['Tier', 'n'],
        ['A 钻石', 3],
        ['B', 4],
      ],
    })
    const chart = {
      type: 'COLUMN' as const,
      title: 'Tiers',
      ranges: [rect(5, 1, 3, 2)],
      row: 2,
      column: 4,
      width: 380,
      height: 220,
    }
    const { id } = await host.call('insertChart', { sheetId: 'sheet-1', ...chart })
    const drawn = page.getByRole('img', { name: 'Tiers' })
    await drawn.getByText('A 钻石').waitFor()
    await host.call('setValues', { ...rect(6, 1), values: [['A changed']] })
    await drawn.getByText('A changed').waitFor()
    await host.call('removeChart', { sheetId: 'sheet-1', id })
    await drawn.waitFor({ state: 'detached' })
  })

  it('says what it is, in both languages', async () => {
    await page.getByRole('button', { name: 'Local emulation, not Google Sheets' }).click()
    await page.getByRole('dialog').getByText('QUERY').waitFor()
    await page.keyboard.press('Escape')
    await page.getByLabel('Language').selectOption('zh-CN')
    await page.getByRole('button', { name: '本地模拟，并非 Google 表格' }).waitFor()
    expect(await host.said('locale')).toEqual({ type: 'locale', locale: 'zh-CN' })
  })

  it('keeps what was entered while the host was away', async () => {
    host.drop()
    await page.getByText('连接已断开').waitFor()
    await type(9, 1, 'kept')
    await soon(() => page.getByRole('status').first().textContent()).toMatch('已保存')
    expect(await host.call('values', rect(9, 1))).toEqual([['kept']])
  })

  it('gives the workbook over to another tab, with the latest change in it', async () => {
    await type(10, 1, 'latest')
    const ready = () => host.heard.filter((message) => message.type === 'ready').length
    const before = ready()
    const other = await browser.newPage()
    await other.goto(host.url)
    await page.getByText('此表格已在另一标签页中打开').waitFor()
    await soon(ready).toBe(before + 1)
    expect(await host.call('values', rect(10, 1))).toEqual([['latest']])
    await other.close()
  })
})
