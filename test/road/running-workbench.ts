import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startBackend } from '../../local/backend.ts'
import { startWorkbench, type WorkbenchOptions } from '../../local/workbench/server.ts'
import type { Cell } from '../../local/workbench/workbook.ts'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

/** Everything that `npm start` runs, without a page: the built add-on over a headless workbook, the API and its store. */
export async function runningWorkbench(
  initial: WorkbenchOptions['initial'],
  locale: WorkbenchOptions['locale'] = 'en',
) {
  const dir = await mkdtemp(join(tmpdir(), 'tiersheet-road-'))
  const backend = await startBackend({ dir, port: 0 })
  const errors: string[] = []
  const workbench = await startWorkbench({
    dir,
    addonDir: join(dist, 'addon'),
    pageDir: join(dist, 'workbench'),
    port: 0,
    apiUrl: backend.url,
    identityToken: () => backend.identityToken({ sub: 'tester', email: 'tester@example.com', name: 'Tester' }),
    locale,
    initial,
    log: ({ level, text }) => level === 'error' && errors.push(text),
  })
  const { script, workbook } = workbench

  async function sheet(name: string) {
    await workbook('flush', {})
    const { sheets } = await workbook('workbook', {})
    const found = sheets.find((each) => each.name === name)
    if (!found) throw new Error(`There is no tab ${name}`)
    return found
  }
  return {
    errors,
    backend,
    /** Calls a function as a form does. */
    call: <T>(name: string, ...args: unknown[]) => script.run(name, ...args) as Promise<T>,
    /** All cells of a tab, its header first. */
    async table(name: string): Promise<Cell[][]> {
      const { id, lastRow, lastColumn } = await sheet(name)
      return workbook('values', { sheetId: id, row: 1, column: 1, rows: lastRow, columns: lastColumn })
    },
    /** Types into a cell and gives what a block that begins there then shows. */
    async type(name: string, row: number, column: number, text: string, rows = 1, columns = 1): Promise<Cell[][]> {
      const { id } = await sheet(name)
      await workbook('setValues', { sheetId: id, row, column, rows: 1, columns: 1, values: [[text]] })
      await workbook('flush', {})
      return workbook('values', { sheetId: id, row, column, rows, columns })
    },
    async select(name: string, row: number): Promise<void> {
      const { id } = await sheet(name)
      await workbook('select', { sheetId: id, row, column: 1, rows: 1, columns: 1 })
    },
    /** Sorts a tab's rows by a column, as a person does from the menu: what spills from a heading is not in them. */
    async sort(name: string, header: string): Promise<void> {
      const { id, lastRow, lastColumn } = await sheet(name)
      const heads = { sheetId: id, row: 1, column: 1, rows: 1, columns: lastColumn }
      const spilling = ((await workbook('formulas', heads))[0] ?? []).findIndex((formula) => formula !== '')
      const body = { ...heads, row: 2, rows: lastRow - 1, columns: spilling < 0 ? lastColumn : spilling }
      const [top = []] = await workbook('values', { ...body, row: 1, rows: 1 })
      const at = top.indexOf(header)
      const rows = await workbook('values', body)
      rows.sort((a, b) => String(a[at]).localeCompare(String(b[at])))
      await workbook('setValues', { ...body, values: rows })
    },
    async insertRows(name: string, before: number, rows: number): Promise<void> {
      await workbook('insertRows', { sheetId: (await sheet(name)).id, before, rows })
    },
    async formula(name: string, row: number, column: number): Promise<string> {
      const cell = { sheetId: (await sheet(name)).id, row, column, rows: 1, columns: 1 }
      return (await workbook('formulas', cell))[0]?.[0] ?? ''
    },
    /** Selects a block, from its top left cell. */
    async selectBlock(name: string, row: number, column: number, rows = 1, columns = 1): Promise<void> {
      await workbook('select', { sheetId: (await sheet(name)).id, row, column, rows, columns })
    },
    async append(name: string, row: Cell[]): Promise<void> {
      const { id, lastRow, maxRows } = await sheet(name)
      if (lastRow === maxRows) await workbook('insertRows', { sheetId: id, before: maxRows + 1, rows: 1 })
      const place = { sheetId: id, row: lastRow + 1, column: 1, rows: 1, columns: row.length }
      await workbook('setValues', { ...place, values: [row] })
    },
    /** Titles of the charts that lie on a tab. */
    async charts(name: string): Promise<string[]> {
      return (await workbook('charts', { sheetId: (await sheet(name)).id })).map(({ title }) => title)
    },
    async close(): Promise<void> {
      await workbench.close()
      await backend.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
