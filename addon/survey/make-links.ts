import { InputError } from '../../core/input-error.ts'
import type { Language } from '../../core/messages/messages.ts'
import { linkLanguage } from '../../core/survey/links/link-language.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { addColumns } from '../sheet/tabs/add-columns.ts'
import type { TabHeader } from '../sheet/tabs/bound-tab.ts'
import { refuseFormulas } from '../sheet/writing/refuse-formulas.ts'
import { TEXT_FORMAT } from '../sheet/writing/safe-text.ts'
import { writeBlock } from '../sheet/writing/write-cells.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { mirroredCustomer, sendCustomers } from '../workspace/sync-customers.ts'
import { customersTab, isLinkOf, linkField } from './link-columns.ts'

/** Whom links are made for, and how: those with an id in `ids`, those with a value of a field, or all. */
export type LinkOrder = {
  ids?: string[]
  group?: { field: 'tier' | 'owner' | 'segment'; value: string }
  /** What the column of links is called where it has still to be made. */
  column: string
  /** The heading of the column that says each customer's language; '' where none does. */
  languages: string
  /** The last day on which the links can be used, as `2026-03-31`; '' for as long as the survey is open. */
  expiresOn: string
}

/** How far the making of links got, and what this page brought; `next` is null after the last page. */
export type LinkPage = { done: number; total: number; next: number | null; made: number; kept: number; skipped: number }

type Asked = { customerId: string; language?: Language }
type PageRow = { id: string; link: string; asked: Asked | undefined; cells: CellValue[] }

const PAGE = 500
const LONGEST_ID = 100
/** How often rows may change places while a page is written. */
const MOST_TRIES = 3

/**
 * Makes a link of their own for each chosen customer of one page of the customer tab, and writes it into the survey's
 * column. Safe to send again, and quick: whose cell has a link already keeps it.
 *
 * Before it the page's customers are mirrored, so that the response rate is told by what they are now. Who stands in
 * which row is looked at right before the page is written and right after it: a link under another customer's name
 * would have them answer as somebody else.
 *
 * @param from The page's first row, 0 being the one under the header.
 * @returns `skipped` counts customers whose id is too long to be sent.
 * @throws InputError `notConnected`, `missingTab`, `missingColumn`, `formulaInTheWay`, `sheetMoved`, `busyNow`,
 *   `backendAway`.
 */
export function makeLinkPage(surveyId: string, order: LinkOrder, from: number): LinkPage {
  const { workspaceId } = requiredConnection()
  return oneAtATime(() => {
    const field = linkField(surveyId)
    const found = customersTab()
    if (from === 0) refuseFormulas(found, [field])
    const tab = addColumns(found, found.at[field] === undefined ? [field] : [], { [field]: order.column })
    const total = Math.max(0, tab.sheet.getLastRow() - 1)
    const size = Math.max(0, Math.min(PAGE, total - from))
    const page = {
      done: from + size,
      total,
      next: from + size < total ? from + size : null,
      made: 0,
      kept: 0,
      skipped: 0,
    }
    if (size === 0) return page
    const place = { workspaceId, surveyId, tab, order, from, size }
    let rows = rowsAt(place)
    for (let tries = 1; ; tries++) {
      const { links, made, kept } = linksFor(place, rows)
      page.made += made
      page.kept += kept
      const now = rowsAt(place)
      if (isSame(now, rows)) {
        if (links.size > 0) writeLinks(place, rows, links)
        page.skipped = rows.filter(({ id }) => id.length > LONGEST_ID).length
        rows = rowsAt(place)
        if (isSame(rows, now)) return finished(place, page)
        clearForeign(place, rows, links)
      }
      rows = rowsAt(place)
      if (tries === MOST_TRIES) throw new InputError('sheetMoved', { sheet: tab.name })
    }
  })
}

/** After the last page: rows that were sorted between two pages may have been passed over. */
function finished(place: Place, page: LinkPage): LinkPage {
  const isMissing = page.next === null && rowsAt({ ...place, from: 0, size: page.total }).some(({ asked }) => asked)
  if (isMissing) throw new InputError('sheetMoved', { sheet: place.tab.name })
  return page
}

type Place = { workspaceId: string; surveyId: string; tab: TabHeader; order: LinkOrder; from: number; size: number }

function rowsAt({ workspaceId, surveyId, tab, order, from, size }: Place): PageRow[] {
  const language = order.languages ? tab.header.indexOf(order.languages) : -1
  const chosen = order.ids && new Set(order.ids)
  const { group } = order
  const values = tab.sheet.getRange(from + 2, 1, size, tab.header.length).getValues() as CellValue[][]
  return values.map((cells) => {
    const text = (position: number | undefined) => String(cells[position ?? -1] ?? '').trim()
    const id = customerIdIn(cells[tab.at.customerId as number])
    const link = text(tab.at[linkField(surveyId)])
    const isChosen = (!chosen || chosen.has(id)) && (!group || text(tab.at[group.field]) === group.value)
    const wanted = isChosen && id !== '' && id.length <= LONGEST_ID && !isLinkOf(workspaceId, link)
    const spoken = linkLanguage(text(language))
    return { id, link, cells, asked: wanted ? { customerId: id, ...(spoken && { language: spoken }) } : undefined }
  })
}

function linksFor({ workspaceId, surveyId, tab, order }: Place, rows: readonly PageRow[]) {
  const wanted = [...new Map(rows.flatMap((row) => (row.asked ? [[row.id, row] as const] : []))).values()]
  if (wanted.length === 0) return { links: new Map<string, string>(), made: 0, kept: 0 }
  sendCustomers(
    workspaceId,
    wanted.map(({ id, cells }) => mirroredCustomer(id, cells, tab)),
  )
  const { links, made, kept } = callApi<{ links: { customerId: string; link: string }[]; made: number; kept: number }>({
    method: 'post',
    path: `/v1/workspaces/${workspaceId}/surveys/${surveyId}/links`,
    body: { customers: wanted.map(({ asked }) => asked), ...(order.expiresOn && { expiresOn: order.expiresOn }) },
    operationId: Utilities.getUuid(),
  })
  return { links: new Map(links.map(({ customerId, link }) => [customerId, link])), made, kept }
}

function writeLinks(place: Place, rows: readonly PageRow[], links: ReadonlyMap<string, string>): void {
  writeColumn(
    place,
    rows.map(({ id, link, asked }) => (asked ? (links.get(id) ?? link) : link)),
  )
}

/** Rows changed places in the moment of writing: a link that now stands with somebody else is taken out again. */
function clearForeign(place: Place, rows: readonly PageRow[], links: ReadonlyMap<string, string>): void {
  const ownerOf = new Map([...links].map(([id, link]) => [link, id]))
  const isForeign = ({ id, link }: PageRow) => ownerOf.has(link) && ownerOf.get(link) !== id
  if (!rows.some(isForeign)) return
  writeColumn(
    place,
    rows.map((row) => (isForeign(row) ? '' : row.link)),
  )
}

function writeColumn({ surveyId, tab, from, size }: Place, values: string[]): void {
  const column = tab.sheet.getRange(from + 2, (tab.at[linkField(surveyId)] as number) + 1, size, 1)
  writeBlock(
    column,
    values.map((value) => [value]),
    [TEXT_FORMAT],
  )
}

function isSame(one: readonly PageRow[], other: readonly PageRow[]): boolean {
  return one.length === other.length && one.every(({ id }, row) => other[row]?.id === id)
}
