import { useId, useMemo } from 'preact/hooks'
import { isTimeZone } from '../../../../core/calendar/zoned-time.ts'
import { messages } from '../../kit/language.ts'
import { Field } from '../../kit/parts.tsx'
import { shownInstant } from './shown-day.ts'
import { useTyping } from './use-typing.ts'

const text = messages.complaintSettings.hours

type Props = { value: string; problem: string | undefined; onChange: (zone: string) => void }

/** The desk's time zone, chosen from those that the browser knows, and what time it is there. */
export function ZoneField({ value, problem, onChange }: Props) {
  const list = useId()
  const zones = useMemo(() => Intl.supportedValuesOf?.('timeZone') ?? [], [])
  const { typing, begin, leave } = useTyping()
  const said = typing ? undefined : problem
  return (
    <Field label={text.zone} hint={said ?? nowIn(value.trim())}>
      {(id) => (
        <>
          <input
            id={id}
            list={list}
            value={value}
            aria-invalid={said !== undefined}
            onInput={(event) => {
              begin()
              onChange(event.currentTarget.value)
            }}
            onBlur={leave}
          />
          <datalist id={list}>
            {zones.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

/** What time it is in a zone; undefined where there is no such zone. */
export function nowIn(zone: string): string | undefined {
  return isTimeZone(zone) ? text.nowThere(shownInstant(Date.now(), zone)) : undefined
}
