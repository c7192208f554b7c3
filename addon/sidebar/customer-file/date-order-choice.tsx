import { cellDay } from '../../../core/customer-file/cell-day.ts'
import type { DateReading } from '../../../core/customer-file/date-reading.ts'
import type { DayOrder } from '../../../core/orders/day-order.ts'
import { messages } from '../kit/language.ts'
import { Notice, Select } from '../kit/parts.tsx'

const text = messages.customerFileForm

/** How many rows of each kind are named. */
const NAMED = 4

/** How dates such as 03/04/2024 are read, why, and the choice to read them otherwise. */
export function DateOrderChoice(props: {
  /** What the dates stand in. */
  name: string
  reading: DateReading
  /** Whether a person chose it. */
  chosen: boolean
  onOrder: (order: DayOrder) => void
}) {
  const { reading } = props
  const { order, example } = reading
  const option = (each: DayOrder) => [each, text.dayOrders[each](String(cellDay(example, each)))] as const
  const isMixed = reading.dayFirst.length > 0 && reading.monthFirst.length > 0
  const why = whyText(reading, props.chosen)
  return (
    <div class="dates">
      <Select
        label={text.dates({ column: props.name, example })}
        value={order ?? ''}
        options={[...(order ? [] : [['', text.dayOrders.open] as const]), option('DAY_FIRST'), option('MONTH_FIRST')]}
        onChange={(each) => props.onOrder(each as DayOrder)}
      />
      {isMixed || !order ? <Notice kind="warn">{why}</Notice> : <p class="soft">{why}</p>}
    </div>
  )
}

function whyText({ open, order, dayFirst, monthFirst }: DateReading, chosen: boolean): string {
  const named = (rows: readonly number[]) =>
    rows.length === 0 ? '' : text.rows({ rows: rows.slice(0, NAMED), more: Math.max(0, rows.length - NAMED) })
  return text.datesWhy({
    ...{ open: open.length, order, chosen },
    ...{ dayFirst: named(dayFirst), monthFirst: named(monthFirst) },
  })
}
