import type { EntryReport } from '../../entry-standard/entry-report.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { percent } from '../kit/percent.ts'
import { Table } from '../kit/table.tsx'

const text = messages.entryForm

/** The report by field and by owner, and every cell in a wrong format. */
export function ReportTables({ report }: { report: EntryReport }) {
  const { fields, owners, wrong, wrongCells } = report
  return (
    <div>
      <Section title={text.byOwner} count={owners.length}>
        <Table
          caption={text.byOwner}
          captionUnseen
          columns={[
            { label: text.owner, cell: ({ owner }) => owner || text.noOwner },
            { label: text.complete, number: true, cell: ({ complete, customers }) => `${complete} / ${customers}` },
            { label: text.share, number: true, cell: ({ share }) => percent(share) },
          ]}
          rows={owners}
          keyOf={({ owner }) => owner}
        />
      </Section>
      <Section title={text.byField}>
        <Table
          caption={text.byField}
          captionUnseen
          columns={[
            { label: text.field, cell: ({ label }) => label },
            { label: text.missing, number: true, cell: ({ missing }) => missing },
            { label: text.wrong, number: true, cell: (field) => field.wrong },
          ]}
          rows={fields}
          keyOf={({ label }) => label}
        />
      </Section>
      <Section title={text.wrong} count={wrongCells}>
        <List
          label={text.wrong}
          items={wrong}
          keyOf={({ row, field }) => `${row} ${field}`}
          textOf={({ id, field, text: shown }) => `${id} ${field} ${shown}`}
        >
          {(cell) => (
            <>
              {text.wrongCell(cell)}
              <p class="soft">{text.wrongWhy[cell.why]}</p>
            </>
          )}
        </List>
        {wrong.length < wrongCells && <p class="soft">{text.shownOf({ shown: wrong.length, of: wrongCells })}</p>}
      </Section>
    </div>
  )
}
