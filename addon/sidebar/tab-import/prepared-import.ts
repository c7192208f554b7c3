import type { DayOrder } from '../../../core/orders/day-order.ts'
import { columnsNamed, type NamedColumns, namedColumns } from '../../../core/tabs/remembered-columns.ts'
import type { ImportTab } from '../../tab-import/import-tabs.ts'
import type { OnPage } from '../customer-file/read-rows.ts'
import { rowIds } from './row-ids.ts'

/** How rows are read: which column holds what, and how dates such as 03/04/2024 are. */
type Plan<T extends string> = { at: Partial<Record<T, number>>; order?: DayOrder }
type Kept<T extends string, P extends Plan<T>> = Omit<P, 'at'> & { columns: NamedColumns<T> }

/** Whether a row is there already, or was. */
type RowState = 'stored' | 'deleted' | 'unknown'

/** What an import would do. `R` are rows that can be taken, `J` those that can't. */
export type PreparedImport<K = unknown, R = unknown, J = unknown> = {
  /** Of this import alone: a page of it that is sent again is known by it. */
  importId: string
  plan: K
  toSend: (R & { id: string })[]
  /** How many rows are there already; `earlier` of them were read by other columns then. */
  known: number
  earlier: number
  rejected: J[]
}

/** How rows of one kind are read, told apart and looked up. */
export type RowReading<P, R, J> = {
  read: (plan: P) => { order: DayOrder | undefined; taken: R[]; rejected: J[] }
  /** What a row is known by, wherever it stands. */
  keyOf: (row: R) => string
  /** Which of at most 2,000 rows are there already, in order. */
  states: (rows: readonly (R & { id: string })[]) => Promise<RowState[]>
}

const PAGE = 2000

/**
 * Reads a tab's rows, and asks which of them are there already: by this plan, and by each that the tab was imported by
 * before, so that another choice of columns counts nothing twice. What was deleted is not taken again but by other
 * columns. A row that comes twice is taken once.
 */
export async function preparedImport<T extends string, P extends Plan<T>, R extends { row: number }, J>(
  tab: ImportTab<Kept<T, P>>,
  plan: P,
  reading: RowReading<P, R, J>,
  onPage: OnPage,
): Promise<PreparedImport<Kept<T, P>, R, J>> {
  const { order, taken, rejected } = reading.read(plan)
  const now = keptPlan<T, P>(tab, { ...plan, ...(order && { order }) })
  const before = (tab.kept ? [tab.kept.plan, ...tab.kept.earlier] : []).filter((each) => !readsAlike(each, now))
  const others = before.map((each) => reading.read(planOf<T, P>(tab, each)).taken)
  const total = [taken, ...others].reduce((sum, { length }) => sum + length, 0)
  let done = 0
  const onKnown = (more: number) => {
    done += more
    onPage({ done, total })
  }
  const sendable = await lookedUp(reading, taken, onKnown)
  const earlier = new Set<number>()
  for (const other of others) {
    for (const { row, state } of await lookedUp(reading, other, onKnown)) if (state === 'stored') earlier.add(row)
  }
  const unknown = sendable.filter(({ state }) => state === 'unknown')
  const toSend = unknown.filter(({ row }) => !earlier.has(row))
  return {
    importId: crypto.randomUUID(),
    plan: now,
    toSend,
    known: taken.length - toSend.length,
    earlier: unknown.length - toSend.length,
    rejected,
  }
}

/** Rows under what they are known by, each once, and whether they are there. */
async function lookedUp<P, R, J>(
  { keyOf, states }: RowReading<P, R, J>,
  rows: readonly R[],
  onKnown: (more: number) => void,
): Promise<(R & { id: string; state: RowState })[]> {
  const ids = await rowIds(rows.map(keyOf))
  const each = new Map(rows.map((row, at) => [ids[at] as string, { ...row, id: ids[at] as string }] as const).reverse())
  const once = [...each.values()].reverse()
  const found: (R & { id: string; state: RowState })[] = []
  for (let from = 0; from < once.length; from += PAGE) {
    const page = once.slice(from, from + PAGE)
    const told = await states(page)
    page.forEach((row, at) => {
      found.push({ ...row, state: told[at] as RowState })
    })
    onKnown(page.length)
  }
  return found
}

/** A plan with its columns where they stand now. */
export function planOf<T extends string, P extends Plan<T>>(
  { header }: ImportTab,
  { columns, ...plan }: Kept<T, P>,
): P {
  return { ...plan, at: columnsNamed<T>(header, columns) } as unknown as P
}

function keptPlan<T extends string, P extends Plan<T>>({ header }: ImportTab, { at, ...plan }: P): Kept<T, P> {
  return { ...plan, columns: namedColumns<T>(header, at) } as unknown as Kept<T, P>
}

/** Whether two plans know rows by the same: neither how customers are named nor a channel for all is part of it. */
function readsAlike(a: ColumnsAndOrder, b: ColumnsAndOrder): boolean {
  const key = ({ columns, order }: ColumnsAndOrder) => JSON.stringify([Object.entries(columns).sort(), order ?? ''])
  return key(a) === key(b)
}

type ColumnsAndOrder = { columns: object; order?: DayOrder | undefined }
