import { fold } from '../headers.ts'
import type { OrderFigure } from './order-figures.ts'

/** What columns are called that somebody filled with a figure over orders. */
const names: Partial<Record<OrderFigure, readonly string[]>> = {
  recency: [
    'recency',
    'days since last order',
    'days since the last order',
    'last order',
    'last order date',
    'last purchase',
    'last purchase date',
    '距最近一次下单的天数',
    '最近下单',
    '最近下单日期',
    '最后下单日期',
    '上次下单',
    '最近购买日期',
    '最近购买',
  ],
  frequency: [
    'frequency',
    'orders',
    'order count',
    'number of orders',
    'purchases',
    '订单数',
    '订单数量',
    '下单次数',
    '购买次数',
    '消费次数',
  ],
  monetary: [
    'monetary',
    'revenue',
    'total revenue',
    'total of orders',
    'order total',
    'total sales',
    'turnover',
    'total spend',
    'value',
    '订单总额',
    '累计金额',
    '累计消费',
    '消费金额',
    '成交总额',
    '销售额',
  ],
}

/** The figure over orders that a column of the customer tab likely repeats, by its header; undefined where none. */
export function sameFigure(header: string): OrderFigure | undefined {
  const wanted = fold(header)
  return (Object.keys(names) as OrderFigure[]).find((figure) => names[figure]?.some((name) => fold(name) === wanted))
}
