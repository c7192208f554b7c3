import { useState } from 'preact/hooks'
import type { SpecialHours } from '../../../../../core/working-time/typed-days.ts'
import { messages } from '../../../kit/language.ts'
import { Empty, Section } from '../../../kit/layout.tsx'
import { Notice } from '../../../kit/parts.tsx'
import { AddDays } from './add-days.tsx'
import { PasteDays } from './paste-days.tsx'
import { PublicHolidays } from './public-holidays.tsx'
import { RunList } from './run-list.tsx'
import { type SpecialRun, specialRuns } from './special-runs.ts'

const text = messages.complaintSettings.hours

type Special = Readonly<Record<string, SpecialHours>>
type Props = { special: Special; readOnly: boolean; onChange: (special: Special) => void }

/** Holidays and make-up days: those to come, those that are past, and three ways to add some. */
export function SpecialDays({ special, readOnly, onChange }: Props) {
  const [added, setAdded] = useState({ said: '', special })
  const today = new Date().toISOString().slice(0, 10)
  const runs = specialRuns(special)
  const [coming, past] = [runs.filter(({ to }) => to >= today), runs.filter(({ to }) => to < today)]
  const add = (days: ReadonlyMap<string, SpecialHours>) => {
    const replaced = [...days.keys()].filter((day) => day in special).length
    const off = [...days.values()].filter((hours) => hours === 'off').length
    const next = { ...special, ...Object.fromEntries(days) }
    setAdded({ said: text.added({ off, worked: days.size - off, replaced }), special: next })
    onChange(next)
  }
  const remove = ({ from, to }: SpecialRun) => {
    onChange(Object.fromEntries(Object.entries(special).filter(([day]) => day < from || day > to)))
  }
  const list = { onRemove: readOnly ? undefined : remove }
  return (
    <fieldset>
      <legend>{text.special}</legend>
      {runs.length === 0 && <Empty title={text.noneSpecial} />}
      {coming.length > 0 && <RunList label={text.special} runs={coming} {...list} />}
      {added.said && added.special === special && <Notice kind="good">{added.said}</Notice>}
      <div>
        {past.length > 0 && (
          <Section title={text.past} count={past.length}>
            <RunList label={text.past} runs={past} {...list} />
          </Section>
        )}
        {!readOnly && (
          <>
            <PublicHolidays onAdd={add} />
            <AddDays onAdd={add} />
            <PasteDays onAdd={add} />
          </>
        )}
      </div>
    </fieldset>
  )
}
