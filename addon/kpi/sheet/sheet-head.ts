import type { Messages } from '../../../core/messages/messages.ts'
import { localTime } from '../../sheet/local-time.ts'
import { formats } from '../../sheet/tabs/field-format.ts'
import { formulaText, SheetFormula } from '../../sheet/writing/formula-text.ts'
import { TEXT_FORMAT } from '../../sheet/writing/safe-text.ts'
import type { Written } from '../../sheet/writing/write-cells.ts'
import { NONE } from './figure-text.ts'

/** What stands above the tiles. */
export type KpiHead = {
  title: string
  /** The instant of counting. */
  asOf: string
  /** Who refreshes the sheet; '' where Google does not say. */
  by: string
  isHourly: boolean
  /** The instant of reading, for figures that somebody else counts and publishes when they wish. */
  readAt?: string
  /** The day of the last order; '' without orders. */
  lastOrder: string
  periodLabel: string
  standard: { name: string; version: number } | undefined
  /** What could not be read, a sentence each. */
  problems: readonly string[]
  /** The first of the sheet's own rows, counted from 1: the formula of the head names a cell. */
  firstRow: number
}

type Row = { cells: Written[]; formats: string[] }

/** A refresh that is due every hour is missed after so long. */
const STALE_HOURS = 2

/** The rows above the tiles; the last tells what could not be read, and is blank where all could. */
export function headRows(head: KpiHead, words: Messages['kpi']['sheet']): Row[] {
  const { asOf, by, standard, lastOrder } = head
  const standardText = standard ? words.standard(standard) : NONE
  return [
    row([head.title]),
    row([words.asOf, new Date(asOf), freshness(head, words)], [TEXT_FORMAT, formats.time, 'General']),
    row([words.period, head.periodLabel]),
    row([words.by, head.isHourly ? words.hourlyBy(by || NONE) : words.onDemandBy(by || NONE)]),
    row([words.orders, lastOrder || NONE, words.standardOf, standardText]),
    row([head.problems.join(' ')]),
  ]
}

/** Tells by itself, without the add-on, when the hourly refresh no longer comes. */
function freshness({ isHourly, readAt, firstRow }: KpiHead, words: Messages['kpi']['sheet']): Written {
  if (!isHourly) return words.onDemand
  if (readAt !== undefined) {
    const at = localTime(readAt)
    const [year, month, day, hour, minute] = at.split(/\D/).map(Number)
    const read = `(DATE(${year}, ${month}, ${day})+TIME(${hour}, ${minute}, 0))`
    const stale = formulaText(words.staleSince + at)
    return new SheetFormula(`=IF(NOW()-${read}>${STALE_HOURS}/24, ${stale}, ${formulaText(words.readHourly)})`)
  }
  const cell = `B${firstRow + 1}`
  const stale = `${formulaText(words.staleSince)}&TEXT(${cell}, ${formulaText(formats.time)})`
  return new SheetFormula(`=IF(NOW()-${cell}>${STALE_HOURS}/24, ${stale}, ${formulaText(words.hourly)})`)
}

function row(cells: Written[], formats: string[] = []): Row {
  return { cells, formats }
}
