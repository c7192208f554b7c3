import type { CustomerOrders } from '../../../customer-page/past-orders.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { money } from '../../kit/money.ts'
import { Notice } from '../../kit/parts.tsx'
import { Stat, Stats } from '../../kit/stats.tsx'
import { MonthChart } from './month-chart.tsx'

const text = messages.customerForm

/** What was ordered, in all and month by month. */
export function OrdersSection({ orders }: { orders: CustomerOrders | null }) {
  if (!orders) return <p class="soft">{text.noOrdersTab}</p>
  return (
    <Section title={text.orders} count={orders.count} open>
      {orders.count === 0 && <p class="soft">{text.noOrders}</p>}
      {orders.count > 0 && (
        <>
          <Stats>
            <Stat label={text.total} value={money(orders.total)} note={text.since(orders.first)} />
            <Stat label={text.lastOrder} value={orders.last} />
          </Stats>
          <MonthChart values={orders.months} lastMonth={orders.lastMonth} />
        </>
      )}
      {orders.unread > 0 && <Notice kind="warn">{text.unread(orders.unread)}</Notice>}
    </Section>
  )
}
