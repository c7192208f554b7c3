import { type ComponentChildren, Fragment } from 'preact'
import { Button } from '../../kit/parts.tsx'
import type { Row } from './new-row.ts'
import { useFocusedRow } from './use-focused-row.ts'

/** What a row does to the list that it is in. */
export type RowActs<R> = {
  onChange: (row: R) => void
  onRemove: () => void
  /** Before the one above. */
  onUp: () => void
}

type Props<R> = {
  rows: readonly R[]
  /** So many at the most. */
  most: number
  /** The button that adds a row, and what is added. */
  add: string
  added: () => R
  /** Before all others: it is looked at first. */
  addsFirst?: boolean
  onChange: (rows: R[]) => void
  /** A folded row. */
  children: (row: R, place: number, acts: RowActs<R>) => ComponentChildren
  /** Below the rows. */
  told?: ComponentChildren
  /** Beside the button. */
  beside?: ComponentChildren
}

/** Folded rows that people add to, take from and put in order; one that is added is unfolded. */
export function RowList<R extends Row<object>>(props: Props<R>) {
  const { rows, most, addsFirst = false, onChange, children, told, beside } = props
  const { rows: box, focusRow } = useFocusedRow()
  const add = () => {
    onChange(addsFirst ? [props.added(), ...rows] : [...rows, props.added()])
    focusRow(addsFirst ? 0 : rows.length)
  }
  const acts = (place: number): RowActs<R> => ({
    onChange: (next) => onChange(rows.map((each, at) => (at === place ? next : each))),
    onRemove: () => onChange(rows.filter((_, at) => at !== place)),
    onUp() {
      onChange([...rows.slice(0, place - 1), rows[place]!, rows[place - 1]!, ...rows.slice(place + 1)])
      focusRow(place - 1)
    },
  })
  return (
    <>
      <div class="rows" ref={box}>
        {rows.map((each, place) => (
          <Fragment key={each.row}>{children(each, place, acts(place))}</Fragment>
        ))}
      </div>
      {told}
      {(rows.length < most || beside) && (
        <div class="actions">
          {rows.length < most && <Button onClick={add}>{props.add}</Button>}
          {beside}
        </div>
      )}
    </>
  )
}
