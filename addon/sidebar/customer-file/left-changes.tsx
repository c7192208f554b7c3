import type { LeftChange } from '../../../core/customer-file/change-steps.ts'
import type { TabColumn } from '../../customer-file/customer-columns.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { columnName } from './column-name.ts'

const text = messages.customerFileForm

/** The changes that were not made, as somebody changed the cells since. */
export function LeftChanges({ left, columns }: { left: readonly LeftChange[]; columns: readonly TabColumn[] }) {
  if (left.length === 0) return null
  return (
    <Section title={text.leftTitle(left.length)} open>
      <List label={text.leftTitle(left.length)} items={left} keyOf={({ id, key }) => `${id} ${key}`}>
        {({ id, key, why }) => text.left({ id, column: key && columnName(key, columns), why })}
      </List>
    </Section>
  )
}
