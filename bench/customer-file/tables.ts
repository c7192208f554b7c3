import type { SheetTable } from '../../local/sheet-table.ts'

const CUSTOMERS = 50_000
const ORDERS = 200_000

/** A customer file: 50,000 rows of 12 columns. */
export function customerTable(): SheetTable {
  const header = 'Customer ID,Name,Type,E-mail,Phone,City,Industry,Source,Owner,Segment,Consent,Created'.split(',')
  const rows = Array.from({ length: CUSTOMERS }, (_, at) => [
    idOf(at),
    `Customer ${at} Ltd`,
    at % 3 ? 'Business' : 'Person',
    `office${at}@example.com`,
    `07700 ${String(900_000 + at)}`,
    cityOf(at),
    `Industry ${at % 10}`,
    `Source ${at % 6}`,
    `Owner ${at % 40}`,
    `Segment ${at % 4}`,
    at % 2 ? 'Yes' : 'No',
    { date: 44_500 + (at % 700) },
  ])
  const columns = [...header.slice(1).map(() => 'text' as const), 'date' as const]
  return { name: 'Customers', header, columns, rows }
}

/** Their orders: 200,000 rows of 9 columns. */
export function orderTable(): SheetTable {
  const header = 'Order ID,Customer ID,Order date,Amount,List price,Status,Due date,Paid date,Product'.split(',')
  const rows = Array.from({ length: ORDERS }, (_, at) => {
    const day = 45_000 + ((at * 31) % 730)
    const amount = 10 + ((at * 37) % 990)
    const customer = idOf((at * 7_919) % CUSTOMERS)
    const dates = [{ date: day + 30 }, { date: day + 20 + (at % 40) }]
    return [`O${at}`, customer, { date: day }, amount, amount * 1.1, 'Paid', ...dates, `Product ${at % 25}`]
  })
  const columns = 'text text date money money text date date text'.split(' ') as SheetTable['columns']
  return { name: 'Orders', header, columns, rows }
}

export function idOf(customer: number): string {
  return `C${String(customer).padStart(5, '0')}`
}

export function cityOf(customer: number): string {
  return ['London', 'Leeds', 'Bath', 'York', 'Hull'][customer % 5] as string
}
