import { columnOf, type Field, fold } from '../headers.ts'
import { InputError } from '../input-error.ts'

/** Positions from 0. `id` is undefined where no column numbers the orders. */
export type OrderColumns = { id: number | undefined; customer: number; date: number; amount: number }

/** What shops and tills call these columns, beyond the headings that a customer file uses. */
const ALSO = {
  id: ['transactionid', 'transactionno', 'receiptno', 'order', '单号', '交易编号', '交易号', '流水号', '订单id'],
  customer: [
    'userid',
    'memberid',
    'buyerid',
    'custid',
    'cid',
    '会员编号',
    '会员号',
    '会员id',
    '用户编号',
    '用户id',
    '买家',
  ],
  date: [
    'ordertime',
    'orderdatetime',
    'createdat',
    'transactiondate',
    'saledate',
    '下单时间',
    '订单时间',
    '交易日期',
    '付款时间',
    '时间',
  ],
  amount: [
    'ordertotal',
    'grandtotal',
    'netamount',
    'price',
    'payment',
    'spend',
    '实付金额',
    '付款金额',
    '交易金额',
    '总金额',
    '消费金额',
  ],
}

/**
 * Which columns of an order list hold the order, the customer, the date and the amount, by their headings.
 *
 * A customer's id is preferred to the name; units in brackets such as `Amount (USD)` do not count.
 *
 * @throws InputError `ordersColumn` where one is missing, `ordersColumnTwice` where two are called the same.
 */
export function orderColumns(header: readonly string[]): OrderColumns {
  const plain = header.map((heading) => heading.normalize('NFKC').replace(/[([][^)\]]*[)\]]\s*$/, ''))
  const folded = plain.map(fold)
  const find = (fields: Field[], also: string[]): number | undefined => {
    const known = fields.map((field) => columnOf(plain, field)).find((at) => at !== undefined)
    const at = known ?? also.map((name) => folded.indexOf(name)).find((place) => place >= 0)
    if (at !== undefined && folded.includes(folded[at]!, at + 1))
      throw new InputError('ordersColumnTwice', { heading: header[at]!.trim() })
    return at
  }
  const needed = (field: 'customer' | 'date' | 'amount', at: number | undefined): number => {
    if (at === undefined) throw new InputError('ordersColumn', { field, headings: header.map((text) => text.trim()) })
    return at
  }
  return {
    id: find(['orderId'], ALSO.id),
    customer: needed('customer', find(['customerId', 'customer'], ALSO.customer)),
    date: needed('date', find(['orderDate'], ALSO.date)),
    amount: needed('amount', find(['amount'], ALSO.amount)),
  }
}
