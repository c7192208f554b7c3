import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startWorkbench, type WorkbenchOptions } from '../../../../local/workbench/server.ts'
import { testPage } from './test-page.ts'

const code = `
function onOpen() {
  SpreadsheetApp.getUi().createAddonMenu().addItem('Score ' + Session.getActiveUserLocale(), 'score').addToUi()
}
function score(add) {
  var range = SpreadsheetApp.getActiveSheet().getRange('A1')
  range.setValue(range.getValue() + add)
  return [range.getValue(), PropertiesService.getScriptProperties().getProperty('API_URL')]
}
function keep(value) {
  PropertiesService.getDocumentProperties().setProperty('a', value)
  PropertiesService.getUserProperties().setProperty('a', value)
}
function kept() {
  return [PropertiesService.getDocumentProperties().getProperty('a'), PropertiesService.getUserProperties().getProperty('a')]
}
function ask() { return SpreadsheetApp.getUi().alert('Sure?') }
function form() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('form').setTitle('Form')) }
/**
 * Doubles a number.
 * @param {A2} x A number.
 * @customfunction
 */
function TS_DOUBLE(x) { return x * 2 }
`

let dir: string
let opened: { close(): Promise<void> }[] = []

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'workbench-'))
  await writeFile(join(dir, 'Code.js'), code)
  await writeFile(join(dir, 'appsscript.json'), JSON.stringify({ timeZone: 'Asia/Shanghai' }))
  await writeFile(join(dir, 'form.html'), '<p>Form</p>')
  await writeFile(join(dir, 'index.html'), '<title>Workbench</title>')
})

afterEach(async () => {
  for (const one of opened.reverse()) await one.close()
  opened = []
  await rm(dir, { recursive: true })
})

async function start(options: Partial<WorkbenchOptions> = {}) {
  const workbench = await startWorkbench({
    ...{ dir: join(dir, 'data'), addonDir: dir, pageDir: dir, port: 0, apiUrl: 'http://127.0.0.1:1', locale: 'en' },
    identityToken: () => '',
    initial: () => ({
      ...{ name: 'Book', locale: 'en_GB', timeZone: 'Europe/London' },
      sheets: [
        {
          name: 'Numbers',
          header: ['n', 'double', 'text'],
          columns: ['number', 'formula', 'text'],
          rows: [[21, '=TS_DOUBLE(A2)', '=1']],
        },
      ],
    }),
    ...options,
  })
  opened.push(workbench)
  return workbench
}

async function connect(url: string) {
  const page = await testPage(url)
  opened.push(page)
  return page
}

test('without a page, scripts and formulas work on the stored workbook, which is found again', async () => {
  const first = await start()
  const sheetId = (await first.workbook('workbook', {})).activeSheetId
  const row = { sheetId, row: 2, column: 1, rows: 1, columns: 3 }
  expect(await first.workbook('values', row)).toEqual([[21, 42, '=1']])
  await first.workbook('setValues', { ...row, columns: 1, values: [[4]] })
  expect(await first.script.run('score', '!')).toEqual(['n!', 'http://127.0.0.1:1'])
  await first.close()
  opened = []
  const second = await start({ initial: () => Promise.reject(new Error('There is a workbook already.')) })
  expect(await second.workbook('values', { ...row, row: 1, rows: 2 })).toEqual([
    ['n!', 'double', 'text'],
    [4, 8, '=1'],
  ])
})

test('a page is given the workbook, its functions and the menu in its language', async () => {
  const { url } = await start()
  const page = await connect(url)
  const init = await page.next('init')
  expect(init).toMatchObject({ locale: 'en', functions: [{ name: 'TS_DOUBLE', summary: 'Doubles a number.' }] })
  expect(init.snapshot).toMatchObject({ name: 'Book', locale: 'en_GB', timeZone: 'Europe/London' })
  expect(await page.next('menu')).toEqual({ type: 'menu', items: [{ caption: 'Score en', run: 'score' }] })
  page.say({ type: 'locale', locale: 'zh-CN' })
  expect(await page.next('menu')).toEqual({ type: 'menu', items: [{ caption: 'Score zh-CN', run: 'score' }] })
  const later = await connect(url)
  expect(await later.next('init')).toMatchObject({ locale: 'zh-CN', menu: [{ caption: 'Score zh-CN', run: 'score' }] })
})

test('what is to be said of a new workbook is said by the first page that shows it', async () => {
  const made = { name: 'Book', locale: 'en_GB', timeZone: 'Europe/London', sheets: [] }
  const { url } = await start({ initial: () => ({ ...made, notice: '3 rows were rejected.' }) })
  const page = await connect(url)
  expect(await page.next('toast')).toMatchObject({ title: 'Book', message: '3 rows were rejected.', seconds: 0 })
  const later = await connect(url)
  // The menu of the first may be there already, and comes with the page then: one in another language is made anew.
  later.say({ type: 'locale', locale: 'zh-CN' })
  await later.next('menu')
  expect(later.heard('toast')).toBe(false)
})

test('scripts work on the grid of the page, and show things there', async () => {
  const { url } = await start()
  const page = await connect(url)
  await page.next('init')
  page.workbook.put({ sheetId: 's0', row: 1, column: 1, rows: 1, columns: 1 }, [[5]])
  page.say({ type: 'ready' })
  page.say({ type: 'run', id: 1, from: 'menu', name: 'score', args: [2] })
  expect(await page.next('runResult')).toEqual({
    type: 'runResult',
    id: 1,
    result: { ok: true, value: [7, 'http://127.0.0.1:1'] },
  })
  page.say({ type: 'run', id: 2, from: 'menu', name: 'ask', args: [] })
  const alert = await page.next('alert')
  expect(alert).toMatchObject({ message: 'Sure?', buttons: 'OK' })
  page.say({ type: 'alertResult', id: alert.id, button: 'OK' })
  expect(await page.next('runResult')).toMatchObject({ id: 2, result: { ok: true, value: 'OK' } })
  page.say({ type: 'run', id: 3, from: 'menu', name: 'form', args: [] })
  expect(await page.next('showSidebar')).toEqual({ type: 'showSidebar', title: 'Form', html: '<p>Form</p>' })
  page.say({ type: 'run', id: 4, from: 'sidebar', name: 'nothing', args: [] })
  expect(await page.next('runResult')).toMatchObject({ id: 3 })
  expect(await page.next('runResult')).toMatchObject({
    id: 4,
    result: { ok: false, message: 'Script function not found: nothing' },
  })
  page.say({ type: 'call', id: 5, name: 'TS_DOUBLE', args: [4] })
  expect(await page.next('callResult')).toEqual({ type: 'callResult', id: 5, result: { value: 8 } })
})

test('what a page saves is on disk when it is told so, and the next page gets it', async () => {
  const { url } = await start()
  const page = await connect(url)
  const { snapshot } = await page.next('init')
  page.say({ type: 'ready' })
  page.say({ type: 'save', id: 9, snapshot: { ...snapshot!, name: 'Renamed' } })
  expect(await page.next('saved')).toEqual({ type: 'saved', id: 9 })
  expect(JSON.parse(await readFile(join(dir, 'data', 'workbook.json'), 'utf8')).name).toBe('Renamed')
  await page.close()
  expect((await (await connect(url)).next('init')).snapshot!.name).toBe('Renamed')
})

test('a second page gets the workbook only once the first has saved and gone', async () => {
  const { url, workbook } = await start()
  const first = await connect(url)
  const { snapshot } = await first.next('init')
  first.say({ type: 'ready' })
  const second = await connect(url)
  await first.next('takenOver')
  first.say({ type: 'save', id: 1, snapshot: { ...snapshot!, name: 'Last words' } })
  await first.next('saved')
  expect(second.heard('init')).toBe(false)
  await first.close()
  expect((await second.next('init')).snapshot!.name).toBe('Last words')
  second.say({ type: 'ready' })
  expect((await workbook('workbook', {})).id).toBe('book-1')
})

test('a copy has another id, the same tabs and metadata, and none of the properties of the document', async () => {
  const { url, workbook, script } = await start()
  const sheetId = (await workbook('workbook', {})).activeSheetId
  const mark = {
    key: 'field',
    value: 'n',
    visibility: 'DOCUMENT',
    place: { type: 'COLUMN', sheetId, index: 1 },
  } as const
  await workbook('addMetadata', mark)
  await script.run('keep', 'original')
  const page = await connect(url)
  const { snapshot, documents } = await page.next('init')
  expect(documents).toEqual([])
  page.say({ type: 'ready' })
  page.say({ type: 'copy' })
  await page.next('reload')
  // Said too late, by a page that does not know yet.
  page.say({ type: 'save', id: 1, snapshot: { ...snapshot!, name: 'Stale' } })
  await page.next('saved')
  await page.close()
  expect(await script.run('kept')).toEqual([null, 'original'])
  const copy = await workbook('workbook', {})
  expect([copy.name, copy.id === snapshot!.id, copy.activeSheetId]).toEqual(['Copy of Book', false, sheetId])
  expect(await workbook('metadata', {})).toMatchObject([mark])
  await workbook('setValues', { sheetId, row: 2, column: 1, rows: 1, columns: 1, values: [[5]] })

  const again = await connect(url)
  const init = await again.next('init')
  again.say({ type: 'ready' })
  expect(init.documents.map(({ name }) => name)).toEqual(['Book', 'Copy of Book'])
  expect(init.documents.map(({ key }) => key === init.document)).toEqual([false, true])
  again.say({ type: 'open', key: '' })
  await again.next('reload')
  await again.close()
  expect(await script.run('kept')).toEqual(['original', 'original'])
  expect(await workbook('values', { sheetId, row: 2, column: 1, rows: 1, columns: 1 })).toEqual([[21]])
})

test('an operation under way fails when its page goes, and the next one is answered without a page', async () => {
  const { url, workbook } = await start()
  const page = await connect(url)
  await page.next('init')
  page.silent = true
  page.say({ type: 'ready' })
  const pending = workbook('workbook', {})
  pending.catch(() => {})
  await page.next('op')
  await page.close()
  await expect(pending).rejects.toThrow('The page of the workbench was closed.')
  expect((await workbook('workbook', {})).name).toBe('Book')
})

test('nonsense from a page is logged and harms nobody', async () => {
  const lines: string[] = []
  const { url } = await start({ log: ({ text }) => lines.push(text) })
  const page = await connect(url)
  await page.next('init')
  page.say({ type: 'ready' })
  page.socket.send('nonsense')
  page.say({ type: 'call', id: 1, name: 'TS_DOUBLE', args: [1] })
  expect(await page.next('callResult')).toMatchObject({ result: { value: 2 } })
  expect(lines).toEqual([expect.stringContaining('SyntaxError')])
})

test('only its own page may connect, by its own name', async () => {
  const { url } = await start()
  expect(await (await fetch(url)).text()).toContain('Workbench')
  const { port } = new URL(url)
  await expect(testPage(url, { origin: 'https://example.com' })).rejects.toThrow('403')
  await expect(
    testPage(url, { origin: `http://rebound.example:${port}`, host: `rebound.example:${port}` }),
  ).rejects.toThrow('403')
})
