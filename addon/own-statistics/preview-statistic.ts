import { isoDay } from '../../core/calendar/iso-day.ts'
import type { KpiUnit } from '../../core/kpi/kpi-figure.ts'
import { SHOWN_ROWS } from '../../core/own-statistics/backend-statistic.ts'
import type { StatisticCell } from '../../core/own-statistics/cell-reader.ts'
import { checkedDefinition } from '../../core/own-statistics/checked-definition.ts'
import { type Definition, fieldsUsed } from '../../core/own-statistics/statistic.ts'
import { choiceLabel, fieldLabel, type StatisticField } from '../../core/own-statistics/statistic-field.ts'
import { statisticKpis } from '../../core/own-statistics/statistic-kpis.ts'
import type { StatisticResult } from '../../core/own-statistics/statistic-result.ts'
import { statisticSentence } from '../../core/own-statistics/statistic-sentence.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { type SentStatistic, sentFigures, sheetResult, statisticCall } from './evaluated.ts'
import { isSheetModule, type SheetRows, sheetRows } from './sheet-rows.ts'
import { statisticNames } from './statistic-fields.ts'

/** A figure as plain data; null where there is nothing to say. */
export type ShownFigure = { group: string; value: number | null; n: number; low: number | null; high: number | null }

/** What a definition comes to at this moment; nothing is written. */
export type StatisticPreview = {
  says: string
  unit: KpiUnit
  whole: ShownFigure
  groups: ShownFigure[]
  /** Rows that are not blank, and how many of them are left out, and why. */
  rows: number
  left: { conditions: number; unread: number; blank: number }
  /** What can't be read, a sentence each. */
  problems: string[]
  /** The first rows that count. */
  shown: { header: string[]; rows: string[][] }
}

/** @throws InputError `statisticBroken`, `statisticNoSurvey`, `missingTab`, `notConnected`; Refusal of the backend. */
export function previewStatistic(given: Definition): StatisticPreview {
  const definition = checkedDefinition(given)
  const tabs = sheetRows()
  const names = statisticNames(definition, tabs)
  const says = statisticSentence(definition, names, userMessages())
  if (isSheetModule(definition.module)) {
    const rows = tabs(definition.module)
    const result = sheetResult(definition, rows)
    const shown = sheetShown(definition, rows, result)
    return {
      says,
      ...figures(definition, result, names.fields),
      ...counts(result),
      problems: problemsIn(definition, rows, result),
      shown,
    }
  }
  const sent = callApi<SentStatistic>(statisticCall(definition))
  const used = names.fields.filter(({ id }) => sent.shown.some((row) => id in row))
  const rows = sent.shown.map((row) => used.map((field) => storedText(field, row[field.id] ?? '')))
  const shown = { header: used.map(({ label }) => label), rows }
  return { says, ...figures(definition, sentFigures(sent), names.fields), ...counts(sent), problems: [], shown }
}

function counts({ rows, left }: Pick<StatisticResult, 'rows' | 'left'>) {
  return { rows, left }
}

function figures(
  definition: Definition,
  result: Pick<StatisticResult, 'whole' | 'groups'>,
  fields: readonly StatisticField[],
): Pick<StatisticPreview, 'unit' | 'whole' | 'groups'> {
  const kpis = statisticKpis({ id: '', name: '', definition }, result, fields)
  const [whole, ...groups] = kpis.map(({ group, value, n, low, high }) => ({
    ...{ group, value: value ?? null, n: n ?? 0, low: low ?? null, high: high ?? null },
  }))
  return { unit: kpis[0]?.unit ?? 'count', whole: whole as ShownFigure, groups }
}

/** What can't be read in a tab, and fields that it does not have. */
export function problemsIn(definition: Definition, { at, fields }: SheetRows, { unread }: StatisticResult): string[] {
  const words = userMessages().statisticWords
  const columns = fieldsUsed(definition).filter((field) => at[field] === undefined)
  const missing = columns.map((field) => fieldLabel(fields, field))
  return [
    ...(missing.length > 0 ? [words.missingColumn({ columns: missing })] : []),
    ...unread.map(({ field, as, count, row, text }) => {
      const told = { column: fieldLabel(fields, field), count, row: row + 2, text }
      return as === 'date' ? words.unreadDate(told) : words.unreadNumber(told)
    }),
  ]
}

function sheetShown(definition: Definition, { at, fields, rows, reader }: SheetRows, { counted }: StatisticResult) {
  const used = ['customerId', ...fieldsUsed(definition).filter((field) => field !== 'customerId')]
  const shown = used.flatMap((id) => fields.find((field) => field.id === id) ?? [])
  const textOf = (cell: StatisticCell, { type }: StatisticField) => {
    const day = type === 'date' ? reader.day(cell) : undefined
    return day === undefined ? reader.text(cell) : isoDay(day)
  }
  return {
    header: shown.map(({ label }) => label),
    rows: counted
      .slice(0, SHOWN_ROWS)
      .map((row) => shown.map((field) => textOf(rows[row]?.[at[field.id] ?? -1], field))),
  }
}

function storedText({ id, type, choices }: StatisticField, value: string | number): string {
  if (typeof value === 'number') return type === 'date' ? isoDay(value) : String(value)
  return choices ? choiceLabel([{ id, type, label: '', choices }], id, value) : value
}
