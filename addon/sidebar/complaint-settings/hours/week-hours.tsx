import { shownHours, typedHours } from '../../../../core/working-time/typed-hours.ts'
import { workMinutes } from '../../../../core/working-time/work-minutes.ts'
import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'
import { DayHours } from './day-hours.tsx'

const text = messages.complaintSettings.hours

type Props = {
  week: readonly string[]
  problems: readonly (string | undefined)[]
  /** What is wrong with the week as a whole. */
  whole: string | undefined
  onChange: (week: readonly string[]) => void
}

/** The stretches of each weekday as they are typed; a gap between two is lunch. */
export function WeekHours({ week, problems, whole, onChange }: Props) {
  const isRight = problems.every((problem) => problem === undefined)
  const change = (at: number, hours: string) => onChange(week.map((known, each) => (each === at ? hours : known)))
  const tidy = (at: number) => {
    if (problems[at] === undefined) change(at, shownHours(typedHours(week[at]!)))
  }
  return (
    <fieldset class="week">
      <legend>{text.week}</legend>
      <p class="hint">{text.weekHint}</p>
      {week.map((hours, at) => (
        <DayHours
          key={text.weekdays[at]}
          label={text.weekdays[at]!}
          hours={hours}
          problem={problems[at] ?? (at === 0 ? whole : undefined)}
          onChange={(typed) => change(at, typed)}
          onLeave={() => tidy(at)}
        />
      ))}
      {isRight && <p class="soft">{text.total(hoursOf(week))}</p>}
      <div class="actions">
        <Button
          disabled={problems[0] !== undefined}
          onClick={() => onChange(week.map((hours, at) => (at < 5 ? week[0]! : hours)))}
        >
          {text.copyMonday}
        </Button>
      </div>
    </fieldset>
  )
}

function hoursOf(week: readonly string[]): number {
  return Math.round(workMinutes(week.flatMap(typedHours)) / 6) / 10
}
