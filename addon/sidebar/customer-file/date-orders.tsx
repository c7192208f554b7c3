import { useMemo } from 'preact/hooks'
import { type DateReading, dateReading } from '../../../core/customer-file/date-reading.ts'
import type { ImportSource } from '../../../core/customer-file/imported-rows.ts'
import type { DayOrder } from '../../../core/orders/day-order.ts'
import type { TabColumn } from '../../customer-file/customer-columns.ts'
import { columnName } from './column-name.ts'
import { DateOrderChoice } from './date-order-choice.tsx'

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
      {readings.map(({ key, reading }) => (
        <DateOrderChoice
          key={key}
          name={columnName(key, columns)}
          reading={reading}
          chosen={source.orders?.[key] !== undefined}
          onOrder={(order) => props.onOrder(key, order)}
        />
      ))}
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
