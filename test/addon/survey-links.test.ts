import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LinkSelection, LinkSetup } from '../../addon/survey/link-setup.ts'
import type { LinkOrder, LinkPage } from '../../addon/survey/make-links.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const HEADER = ['Customer ID', 'Name', 'Tier', 'Language']
const ROWS: Cell[][] = [
  ['C-1', 'Northwind', 'A', 'English'],
  ['C-2', '东方贸易', 'B', '中文'],
  ['', 'No id', 'A', ''],
  ['C-3', '=Contoso', 'A', ''],
]

let backend: RunningBackend
beforeAll(async () => {
  backend = await startBackend({ dir: ':memory:', port: 0, now: () => new Date('2026-03-10T08:00:00Z') })
})
afterAll(() => backend.close())

const COLUMN = 'Survey link: Spring'

async function begun(rows = ROWS) {
  const sheet = await sheetHarness({ tabs: { Customers: [HEADER, ...rows] }, backend })
  await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
  const { surveyId } = await sheet.call<{ surveyId: string }>('createSurvey', 'Spring', crypto.randomUUID())
  await sheet.call('openSurvey', surveyId, crypto.randomUUID())
  const make = (order: Partial<LinkOrder> = {}) => made(sheet, surveyId, order)
  return { sheet, surveyId, make, links: () => sheet.column('Customers', COLUMN) as string[] }
}

async function made(sheet: SheetHarness, surveyId: string, order: Partial<LinkOrder>) {
  const sum = { pages: 0, made: 0, kept: 0, skipped: 0 }
  const whole = { column: COLUMN, languages: 'Language', expiresOn: '', ...order }
  for (let from: number | null = 0; from !== null; ) {
    const page: LinkPage = await sheet.call('makeLinkPage', surveyId, whole, from)
    from = page.next
    sum.pages++
    sum.made += page.made
    sum.kept += page.kept
    sum.skipped += page.skipped
  }
  return sum
}

/** What the page behind a link says, as a browser is given it. */
const pageOf = async (link: string) => (await fetch(link, { headers: { Accept: 'text/html' } })).text()

test('every customer gets a link into a column of its own, in their language, once', async () => {
  const { sheet, surveyId, make, links } = await begun()
  const setup = await sheet.call<LinkSetup>('surveyLinkSetup', surveyId)
  expect(setup.customers).toMatchObject({
    n: 3,
    column: COLUMN,
    languages: 'Language',
    groups: [
      {
        field: 'tier',
        header: 'Tier',
        values: [
          { value: 'A', n: 2 },
          { value: 'B', n: 1 },
        ],
      },
    ],
  })
  expect(await make()).toEqual({ pages: 1, made: 3, kept: 0, skipped: 0 })
  const [one, two, none, three] = links()
  expect([one, two, three].every((link) => link?.startsWith(`${backend.url}/s/`))).toBe(true)
  expect(none).toBe('')
  expect(await pageOf(two as string)).toContain('<html lang="zh-CN">')
  expect(await pageOf(one as string)).toContain('<html lang="en">')
  expect(sheet.formats('Customers', COLUMN)[0]).toBe('@')
  expect(sheet.column('Customers', 'Name')).toEqual(ROWS.map((row) => row[1]))
  expect(await make()).toEqual({ pages: 1, made: 0, kept: 0, skipped: 0 })
  sheet.type('Customers', 2, 5, '')
  expect(await make()).toEqual({ pages: 1, made: 0, kept: 1, skipped: 0 })
  expect(links()[0]).toBe(one)
})

test('the column stays the one of its survey wherever it goes and whatever it is called', async () => {
  const { sheet, surveyId, make } = await begun()
  await make({ ids: ['C-1'] })
  sheet.renameHeader('Customers', COLUMN, 'Links')
  sheet.moveColumn('Customers', 'Links', 1)
  sheet.sort('Customers', 'Name')
  expect((await sheet.call<LinkSetup>('surveyLinkSetup', surveyId)).customers?.column).toBe('Links')
  await make()
  expect(sheet.table('Customers')[0]).toEqual(['Links', ...HEADER])
  expect(sheet.column('Customers', 'Links').filter(Boolean)).toHaveLength(3)
  expect(new Set(sheet.column('Customers', 'Links')).size).toBe(4)
})

test('links are made for a group or for the selected rows alone', async () => {
  const { sheet, surveyId, make, links } = await begun()
  await make({ group: { field: 'tier', value: 'B' } })
  expect(links().map(Boolean)).toEqual([false, true, false, false])
  sheet.select('Customers', 4, 1, 2, 3)
  const { ids, first } = await sheet.call<LinkSelection>('surveyLinkSelection', surveyId)
  expect([ids, first]).toEqual([['C-3'], { id: 'C-3', name: '=Contoso', link: '' }])
  await make({ ids })
  expect(links().map(Boolean)).toEqual([false, true, false, true])
  expect((await sheet.call<LinkSelection>('surveyLinkSelection', surveyId)).first?.link).toBe(links()[3])
})

test('a formula in the column, and an id that is too long, are told and nothing is lost', async () => {
  const { sheet, make, links } = await begun([...ROWS, ['x'.repeat(101), 'Long', 'A', '']])
  expect(await make()).toMatchObject({ made: 3, skipped: 1 })
  const before = links()
  sheet.type('Customers', 3, 5, '=A1')
  await expect(make()).rejects.toThrow(`"${COLUMN}" holds a formula`)
  expect(links()[0]).toBe(before[0])
})

test('many customers go page by page, and what was stopped or killed goes on where it was', async () => {
  const many = Array.from({ length: 1100 }, (_, i): Cell[] => [`C-${i}`, `Shop ${i}`, 'A', ''])
  const { sheet, surveyId, make, links } = await begun(many)
  const order = { column: COLUMN, languages: '', expiresOn: '' }
  expect(await sheet.call('makeLinkPage', surveyId, order, 0)).toMatchObject({ done: 500, total: 1100, next: 500 })
  const first = links().filter(Boolean)
  expect(first).toHaveLength(500)
  expect(await make({ languages: '' })).toMatchObject({ pages: 3, made: 600, kept: 0 })
  expect(links().slice(0, 500)).toEqual(first)
  expect(new Set(links()).size).toBe(1100)
})

test('whenever somebody sorts the rows, no link stands with another customer', async () => {
  const { sheet, surveyId, make, links } = await begun()
  const order = { column: COLUMN, languages: '', expiresOn: '' }
  await sheet.call('makeLinkPage', surveyId, order, 0)
  const linkOf = new Map(sheet.column('Customers', 'Customer ID').map((id, row) => [id, links()[row]]))
  for (let after = 0; ; after++) {
    for (let row = 2; row <= 5; row++) sheet.type('Customers', row, 5, '')
    sheet.sort('Customers', 'Customer ID')
    sheet.disturb(after, () => sheet.sort('Customers', 'Customer ID', { descending: true }))
    await make().catch((error: Error) => expect(error.message).toContain('were moved while this was at work'))
    const ids = sheet.column('Customers', 'Customer ID')
    for (const [row, link] of links().entries()) expect(['', linkOf.get(ids[row] as Cell)]).toContain(link)
    if (!sheet.wasDisturbed()) break
    expect(after).toBeLessThan(200)
  }
})
