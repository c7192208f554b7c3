import { useMemo } from 'preact/hooks'
import { cellDay } from '../../../core/customer-file/cell-day.ts'
import { type DateReading, dateReading } from '../../../core/customer-file/date-reading.ts'
import type { ImportSource } from '../../../core/customer-file/imported-rows.ts'
import type { DayOrder } from '../../../core/orders/day-order.ts'
import type { TabColumn } from '../../customer-file/customer-columns.ts'
import { messages } from '../kit/language.ts'
import { Notice, Select } from '../kit/parts.tsx'
import { columnName } from './column-name.ts'

const text = messages.customerFileForm

/** How many rows of each kind are named. */
const NAMED = 4

/** For each column with dates such as 03/04/2024: how they are read, why, and the choice to read them otherwise. */
export function DateOrders(props: {
  source: ImportSource
  columns: readonly TabColumn[]
  onOrder: (key: string, order: DayOrder) => void
}) {
  const { source, columns } = props
  const readings = useMemo(() => openColumns(source), [source])
  return (
    <>
      {readings.map(({ key, reading }) => {
        const { order, example } = reading
        const option = (each: DayOrder) => [each, text.dayOrders[each](String(cellDay(example, each)))] as const
        const isMixed = reading.dayFirst.length > 0 && reading.monthFirst.length > 0
        const why = whyText(reading, source.orders?.[key] !== undefined)
        return (
          <div key={key} class="dates">
            <Select
              label={text.dates({ column: columnName(key, columns), example })}
              value={order ?? ''}
              options={[
                ...(order ? [] : [['', text.dayOrders.open] as const]),
                option('DAY_FIRST'),
                option('MONTH_FIRST'),
              ]}
              onChange={(each) => props.onOrder(key, each as DayOrder)}
            />
            {isMixed || !order ? <Notice kind="warn">{why}</Notice> : <p class="soft">{why}</p>}
          </div>
        )
      })}
    </>
  )
}

function openColumns({ columns, rows, firstRow, orders = {} }: ImportSource): { key: string; reading: DateReading }[] {
  return columns.flatMap((column, at) => {
    if (column?.type !== 'date') return []
    const cells = rows.map((row) => row[at] ?? '')
    const reading = dateReading(cells, firstRow, orders[column.key])
    return reading.open.length > 0 ? [{ key: column.key, reading }] : []
  })
}

function whyText({ open, order, dayFirst, monthFirst }: DateReading, chosen: boolean): string {
  const named = (rows: readonly number[]) =>
    rows.length === 0 ? '' : text.rows({ rows: rows.slice(0, NAMED), more: Math.max(0, rows.length - NAMED) })
  return text.datesWhy({
    ...{ open: open.length, order, chosen },
    ...{ dayFirst: named(dayFirst), monthFirst: named(monthFirst) },
  })
}
