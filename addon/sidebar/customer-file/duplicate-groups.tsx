import type { CustomerTable } from '../../../core/customer-file/customer-table.ts'
import type { DuplicateGroup, DuplicatePair } from '../../../core/customer-file/duplicate-groups.ts'
import type { SharedValue } from '../../../core/customer-file/likely-duplicates.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { percent } from '../kit/percent.ts'

const text = messages.customerFileForm

/** The groups of likely duplicates, each pair with why, to be compared. */
export function DuplicateGroups(props: {
  file: CustomerTable
  groups: readonly DuplicateGroup[]
  shared: readonly SharedValue[]
  onCompare: (pair: DuplicatePair) => void
}) {
  const { file, groups, shared, onCompare } = props
  const [idAt, nameAt] = ['customerId', 'customer'].map((field) => file.columns.findIndex(({ key }) => key === field))
  const cell = (row: number, at: number | undefined) => String(file.rows[row]?.[at ?? -1] ?? '')
  const named = (row: number) => `${cell(row, idAt)} ${cell(row, nameAt)}`
  const pairs = groups.flatMap((group) => group.pairs)
  return (
    <>
      {groups.length > 0 && <h2>{text.groups(groups.length)}</h2>}
      <List
        label={text.groups(groups.length)}
        items={pairs}
        keyOf={({ a, b }) => `${a} ${b}`}
        textOf={({ a, b }) => `${named(a)} ${named(b)}`}
      >
        {(pair) => (
          <>
            <p>{named(pair.a)}</p>
            <p>{named(pair.b)}</p>
            <p class="soft">{pair.reasons.map(because).join(' · ')}</p>
            <button type="button" class="link" onClick={() => onCompare(pair)}>
              {text.compare}
            </button>
          </>
        )}
      </List>
      {shared.length > 0 && (
        <Section title={text.shared} count={shared.length}>
          <List label={text.shared} items={shared} keyOf={({ kind, value }) => `${kind} ${value}`}>
            {(each) => text.sharedBy(each)}
          </List>
        </Section>
      )}
    </>
  )
}

function because(reason: DuplicatePair['reasons'][number]): string {
  if (reason.kind !== 'name') return text.because[reason.kind]
  const alike = text.because.name(percent(Math.floor(reason.likeness * 100) / 100))
  return reason.but ? text.nameBut({ alike, but: text.formsDiffer[reason.but] }) : alike
}
