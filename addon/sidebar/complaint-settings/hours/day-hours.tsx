import { useId } from 'preact/hooks'
import { messages } from '../../kit/language.ts'
import { useTyping } from './use-typing.ts'

const text = messages.complaintSettings.hours

type Props = {
  label: string
  hours: string
  problem: string | undefined
  onChange: (hours: string) => void
  /** The field was left: what was typed may be written in order. */
  onLeave: () => void
}

/** One weekday: its name, its hours beside it, and below what is wrong with them. */
export function DayHours({ label, hours, problem, onChange, onLeave }: Props) {
  const id = useId()
  const { typing, begin, leave } = useTyping(onLeave)
  const said = typing ? undefined : problem
  return (
    <div class="day">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={hours}
        placeholder={text.off}
        aria-invalid={said !== undefined}
        aria-describedby={said && `${id}-problem`}
        onInput={(event) => {
          begin()
          onChange(event.currentTarget.value)
        }}
        onBlur={leave}
      />
      {said && (
        <p id={`${id}-problem`} class="wrong" role="alert">
          {said}
        </p>
      )}
    </div>
  )
}
