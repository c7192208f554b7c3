import { useMemo, useState } from 'preact/hooks'
import type { CustomerTable, PlainCell } from '../../../core/customer-file/customer-table.ts'
import type { DuplicatePair } from '../../../core/customer-file/duplicate-groups.ts'
import { mergeProposal, olderCustomer } from '../../../core/customer-file/merge-proposal.ts'
import type { TabColumn } from '../../customer-file/customer-columns.ts'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Actions, Section } from '../kit/layout.tsx'
import { Button, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { columnName } from './column-name.ts'

const text = messages.customerFileForm

/** The row that is gone, and what the one that stays holds now. */
export type MergedRows = { gone: number; keep: number; cells: PlainCell[] }

/** Two customers side by side: which stays, and whose value to keep where they differ. */
export function ComparePair(props: {
  pair: DuplicatePair
  file: CustomerTable
  columns: readonly TabColumn[]
  onBack: () => void
  /** Told of the rows as they are after a merge, or undefined where the two are not one. */
  onDone: (merged: MergedRows | undefined, said: string) => void
}) {
  const { pair, file, columns } = props
  const [keep, setKeep] = useState(() => olderCustomer(file, pair.a, pair.b))
  const [taken, setTaken] = useState<Record<string, 0 | 1>>({})
  const [isAsked, setAsked] = useState(false)
  const [id] = useState(() => crypto.randomUUID())
  const { busy, problem, run } = useAction()
  const gone = keep === pair.a ? pair.b : pair.a
  const idAt = file.columns.findIndex(({ key }) => key === 'customerId')
  const idOf = (row: number) => String(file.rows[row]?.[idAt] ?? '').trim()
  const ids = { keep: idOf(keep), gone: idOf(gone) }
  const proposal = useMemo(() => mergeProposal(file, keep, gone), [file, keep, gone])
  const fromOf = (value: (typeof proposal.values)[number]) => taken[value.key] ?? value.from
  const change = (row: string) => {
    setKeep(Number(row))
    setTaken({})
  }
  const merge = () =>
    run(async () => {
      const fromGone = proposal.values.filter((value) => fromOf(value) === 1).map(({ key }) => key)
      await server.mergeCustomers({ id, ...ids, fromGone })
      const cells = file.columns.map(({ key }, at) => file.rows[fromGone.includes(key) ? gone : keep]?.[at] ?? '')
      props.onDone({ gone, keep, cells }, text.merged(ids))
    })
  const apart = () =>
    run(async () => {
      await server.keepCustomersApart(ids.keep, ids.gone)
      props.onDone(undefined, text.apart({ a: ids.keep, b: ids.gone }))
    })
  return (
    <>
      <Select
        label={text.keeps}
        value={String(keep)}
        options={[pair.a, pair.b].map((row) => [String(row), text.keepThis(idOf(row))])}
        onChange={change}
      />
      <p class="soft">{text.chooseValues}</p>
      <table class="pair">
        <thead>
          <tr>
            <th scope="col">{text.keepThis(ids.keep)}</th>
            <th scope="col">{ids.gone}</th>
          </tr>
        </thead>
        {proposal.values.map((value) => (
          <tbody key={value.key}>
            <tr>
              <th colSpan={2} scope="rowgroup">
                {columnName(value.key, columns)}
              </th>
            </tr>
            <tr>
              {value.cells.map((cell, side) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: there are two sides, always in this order.
                <td key={side}>
                  <label>
                    <input
                      type="radio"
                      name={value.key}
                      aria-label={`${columnName(value.key, columns)}: ${shown(cell)}`}
                      checked={fromOf(value) === side}
                      onChange={() => setTaken({ ...taken, [value.key]: side as 0 | 1 })}
                    />
                    <span>{shown(cell)}</span>
                  </label>
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
      {proposal.same.length > 0 && (
        <Section title={text.same} count={proposal.same.length}>
          <p class="soft">{proposal.same.map((key) => columnName(key, columns)).join(', ')}</p>
        </Section>
      )}
      <Actions busy={busy} problem={problem}>
        {isAsked ? (
          <Confirm
            question={text.mergeAsk(ids)}
            yes={text.merge}
            busy={busy}
            onYes={merge}
            onNo={() => setAsked(false)}
          />
        ) : (
          <>
            <Button primary disabled={busy} onClick={() => setAsked(true)}>
              {text.merge}
            </Button>
            <Button disabled={busy} onClick={apart}>
              {text.notDuplicate}
            </Button>
            <Button disabled={busy} onClick={props.onBack}>
              {text.back}
            </Button>
          </>
        )}
      </Actions>
    </>
  )
}

function shown(cell: PlainCell): string {
  const written = String(cell).trim()
  return written === '' ? text.blank : written
}
