import type { StoredOfPerson } from '../../../privacy/stored-of-person.ts'
import { messages } from '../../kit/language.ts'
import { Empty } from '../../kit/layout.tsx'
import { Table } from '../../kit/table.tsx'

const text = messages.privacy

type Line = { what: string; count: number; becomes: string }

/** What is stored about a person, and what becomes of it. */
export function StoredTable({ stored, withOrders }: { stored: StoredOfPerson; withOrders: boolean }) {
  const { backend, tabs } = stored
  const { removed } = text.fates
  const rows: Line[] = [
    ...tabs.map(({ tab, rows, fate, isChoice }) => {
      return { what: tab, count: rows, becomes: isChoice && withOrders ? removed : text.fates[fate] }
    }),
    ...(backend
      ? [
          { what: text.mirrored, count: Number(backend.isMirrored), becomes: removed },
          { what: text.answers, count: backend.answers, becomes: removed },
          { what: text.links, count: backend.links, becomes: text.linkFate },
          { what: text.complaints, count: backend.complaints, becomes: text.complaintFate },
        ]
      : []),
  ].filter(({ count }) => count > 0)
  if (rows.length === 0) return <Empty title={text.nothing} />
  return (
    <Table
      caption={text.what}
      captionUnseen
      columns={[
        { label: text.what, cell: ({ what }: Line) => what },
        { label: text.count, number: true, cell: ({ count }: Line) => count },
        { label: text.becomes, cell: ({ becomes }: Line) => becomes },
      ]}
      rows={rows}
      keyOf={({ what, becomes }) => `${what} ${becomes}`}
    />
  )
}
