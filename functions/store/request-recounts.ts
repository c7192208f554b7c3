import type { DaySource, StaleDay, TimedTable } from './figures.ts'
import type { Groups } from './kept-figures.ts'
import { type CountedDay, countedDay, keptAsCounted } from './recounted-day.ts'
import { countedNow, MOST_ROWS } from './recounts.ts'
import type { Table } from './table.ts'
import type { Partition } from './workspace-key.ts'

/**
 * What one request counts again, whose client is its own. Its formulas ask for the same days by several cuts: a day is
 * read once for all that ask by then, and all of them together have the request's time.
 */
export class RequestRecounts {
  static readonly #ofClients = new WeakMap<Table['db'], RequestRecounts>()
  readonly #asking = new Map<Partition, DaySource[]>()
  /** Days that will be read. */
  readonly #taken = new Set<string>()
  /** By day and cut. */
  readonly #counted = new Map<string, Promise<CountedDay>>()
  readonly #kept = new Map<string, Promise<Groups>>()
  #rowsLeft = MOST_ROWS

  static of({ db }: Table): RequestRecounts {
    const recounts = RequestRecounts.#ofClients.get(db) ?? new RequestRecounts()
    RequestRecounts.#ofClients.set(db, recounts)
    return recounts
  }

  /** Has days that are read from now on counted by the source's cut, too. */
  ask(source: DaySource): void {
    for (const { rows } of source.partitions) {
      const asking = this.#asking.get(rows) ?? []
      if (asking.every(({ cut }) => cut !== source.cut)) this.#asking.set(rows, [...asking, source])
    }
  }

  /** Those of some stale days that are counted again now: what is read anyway, and as many rows as there is time for. */
  take(source: DaySource, stale: readonly StaleDay[], now: Date): StaleDay[] {
    const isRead = (day: StaleDay) => this.#taken.has(dayOf(day)) || this.#counted.has(cutOf(day, source))
    const others = stale.filter((day) => !isRead(day))
    const more = countedNow(others, now, this.#rowsLeft)
    const taken = [...stale.filter(isRead), ...more]
    for (const day of more) {
      this.#rowsLeft -= day.head.n
      this.#taken.add(dayOf(day))
    }
    return taken
  }

  /** A taken day's groups by the source's cut, kept for next time. */
  groups(table: TimedTable, source: DaySource, day: StaleDay): Promise<Groups> {
    const cut = cutOf(day, source)
    const counted = this.#counted.get(cut) ?? this.#read(table, day)
    const groups = this.#kept.get(cut) ?? counted.then((all) => keptAsCounted(table, source, day, all))
    this.#kept.set(cut, groups)
    return groups
  }

  #read(table: TimedTable, day: StaleDay): Promise<CountedDay> {
    const sources = this.#asking.get(day.rows)!.filter((source) => !this.#counted.has(cutOf(day, source)))
    const counted = countedDay(table, sources, day.rows, day.day)
    for (const source of sources) this.#counted.set(cutOf(day, source), counted)
    this.#taken.delete(dayOf(day))
    return counted
  }
}

/** A day as its head was seen. */
function dayOf({ rows, day, head }: StaleDay): string {
  return `${rows} ${day} ${head.version}`
}

function cutOf(day: StaleDay, { cut }: DaySource): string {
  return `${dayOf(day)} ${cut}`
}
