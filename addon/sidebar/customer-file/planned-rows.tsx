import type { ChangedCell } from '../../../core/customer-file/changed-cells.ts'
import type { PlainCell } from '../../../core/customer-file/customer-table.ts'
import type { ImportDecisions } from '../../../core/customer-file/import-changes.ts'
import type { ImportPlan, Rejection } from '../../../core/customer-file/import-plan.ts'
import type { TabColumn } from '../../customer-file/customer-columns.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { columnName } from './column-name.ts'

const text = messages.customerFileForm

type Props = { plan: ImportPlan; columns: readonly TabColumn[]; decisions: ImportDecisions }

/** The rows of an import by what becomes of them: rejected with reasons, taken but for some cells, changed, added. */
export function PlannedRows({ plan, columns, decisions }: Props) {
  const { rejected, left, changed, added } = plan
  return (
    <div>
      {rejected.length > 0 && (
        <Section title={text.rejected} count={rejected.length} open>
          <List label={text.rejected} items={rejected} keyOf={({ row }) => row}>
            {({ row, reason }) => (
              <>
                <strong>{text.row(row)}</strong> {reasonText(reason, columns)}
              </>
            )}
          </List>
        </Section>
      )}
      {left.length > 0 && (
        <Section title={text.leftOut} count={left.reduce((sum, { cells }) => sum + cells.length, 0)} open>
          <p class="soft">{text.leftOutWhy}</p>
          <List label={text.leftOut} items={left} keyOf={({ row }) => row}>
            {({ row, id, isNew, cells }) => (
              <>
                <strong>{text.row(row)}</strong> <span class="soft">{id}</span>
                {cells.map(({ code, key, text: cell }) => (
                  <p key={key}>
                    {text.cellLeft({ column: columnName(key, columns), why: text.unreadable[code](cell), isNew })}
                  </p>
                ))}
              </>
            )}
          </List>
        </Section>
      )}
      {changed.length > 0 && (
        <Section title={text.changed} count={changed.length} open>
          <List label={text.changed} items={changed} keyOf={({ row }) => row}>
            {({ row, id, cells }) => (
              <>
                <strong>{id}</strong> <span class="soft">{text.row(row)}</span>
                {cells.map((cell) => (
                  <Change key={cell.key} cell={cell} columns={columns} decisions={decisions} />
                ))}
              </>
            )}
          </List>
        </Section>
      )}
      {added.length > 0 && (
        <Section title={text.added} count={added.length}>
          <List label={text.added} items={added} keyOf={({ row }) => row}>
            {({ row, id, cells: { customer, ...rest } }) => (
              <>
                <strong>{id}</strong> {shown(customer ?? '')} <span class="soft">{text.row(row)}</span>
                <p class="soft">{Object.values(rest).slice(0, 6).map(String).join(' · ')}</p>
              </>
            )}
          </List>
        </Section>
      )}
    </div>
  )
}

function Change(props: { cell: ChangedCell; columns: readonly TabColumn[]; decisions: ImportDecisions }) {
  const { key, before, after } = props.cell
  const isBlank = String(before).trim() === ''
  const isDone = (isBlank ? props.decisions.fill : props.decisions.overwrite).has(key)
  const words = text.cellChange({ column: columnName(key, props.columns), before: shown(before), after: shown(after) })
  return <p class={isDone ? '' : 'soft'}>{isDone ? words : `${words} ${text.keptMine}`}</p>
}

function shown(cell: PlainCell): string {
  const written = String(cell).trim()
  return written === '' ? text.blank : written
}

function reasonText(reason: Rejection, columns: readonly TabColumn[]): string {
  const { reasons } = text
  switch (reason.code) {
    case 'noName':
      return reasons.noName()
    case 'sameRow':
      return reasons.sameRow(reason)
    case 'sameCustomer':
      return reasons.sameCustomer(reason)
    case 'fitsTwo':
      return reasons.fitsTwo(reason)
    case 'disagree':
      return reasons.disagree(reason)
    case 'withoutId':
      return reasons.withoutId(reason)
    default:
      return reasons[reason.code]({ column: columnName(reason.key, columns), text: reason.text })
  }
}
