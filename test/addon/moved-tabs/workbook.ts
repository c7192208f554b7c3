import type { Cell } from '../../../local/workbench/workbook.ts'
import type { Place } from './place.ts'

export const day = (date: number): Cell => ({ date })
const ids = Array.from({ length: 12 }, (_, at) => `C${String(at + 1).padStart(2, '0')}`)

/** Twelve customers, their orders and contacts, with a column of the team's own. */
export const tabs = (): Record<string, Cell[][]> => ({
  Customers: [
    ['Customer ID', 'Name', 'Phone', 'E-mail', 'City', 'Owner', 'Source', 'Next contact', 'My notes'],
    ...ids.map((id, at): Cell[] => [
      ...[id, `Shop ${(at * 7) % 12}`, `0770090000${at}`, `${id}@x.example`, at % 2 ? 'Bath' : ''],
      ...[`Owner ${at % 3}`, at % 2 ? 'Web' : 'Fair', at % 4 ? day(46_000 + at) : '', `note of ${id}`],
    ]),
  ],
  Orders: [
    ['Order ID', 'Customer ID', 'Order date', 'Amount', 'Product'],
    ...Array.from({ length: 40 }, (_, at): Cell[] => {
      const amount = 50 + ((at * 37) % 200)
      return [`O${at}`, ids[(at * 5) % 11] as string, day(45_500 + at * 9), amount, at % 3 ? 'Tea' : 'Jam']
    }),
  ],
  Interactions: [
    ['Interaction ID', 'Customer ID', 'Contact date', 'Owner', 'Channel', 'Purpose', 'Outcome', 'Next contact'],
    ...ids.slice(0, 6).map((id, at): Cell[] => {
      return [`I-${101 + at}`, id, day(45_800 + at), 'Ann', 'Phone', 'Offer', '', '']
    }),
  ],
})

/** What "Set up" does with tabs as they look. */
export async function setUp({ call }: Place): Promise<void> {
  const { choices } = await call<{ choices: object[] }>('setUp')
  await call('saveSetUp', choices)
}
