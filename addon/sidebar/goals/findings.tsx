import { isoDay } from '../../../core/calendar/iso-day.ts'
import { type SmartFinding, smartLetters } from '../../../core/goals/smart-check.ts'
import { messages } from '../kit/language.ts'
import { shownNumber } from './figure.ts'

const text = messages.smart

type Shown = { findings: readonly SmartFinding[]; shown: (figure: number) => string }

/** What the check finds in one field, each with how to mend it; it is told as one types. */
export function Findings({ findings, shown }: Shown) {
  return (
    <ul class="findings" aria-live="polite">
      {findings.map((finding) => (
        <li key={finding.code} class={finding.weight}>
          <b>{text.letters[finding.letter]}: </b>
          {sentence(finding, shown)}
        </li>
      ))}
    </ul>
  )
}

/** The five letters, each fine, with something to mend, or with a question. */
export function Letters({ findings }: { findings: readonly SmartFinding[] }) {
  return (
    <ul class="letters" aria-label={messages.goalsForm.smart}>
      {smartLetters.map((letter) => {
        const own = findings.filter((finding) => finding.letter === letter)
        const missing = own.filter(({ weight }) => weight === 'missing').length
        const asks = own.length - missing
        const said = missing > 0 ? text.missing(missing) : asks > 0 ? text.asks(asks) : text.fine
        return (
          <li key={letter} class={missing > 0 ? 'missing' : asks > 0 ? 'question' : ''} title={text.letters[letter]}>
            <b aria-hidden="true">{letter}</b>
            <span class="unseen">{text.letters[letter]}: </span>
            <span class="unseen">{said}</span>
            <span aria-hidden="true">{missing > 0 ? `✗ ${missing}` : asks > 0 ? `? ${asks}` : '✓'}</span>
          </li>
        )
      })}
    </ul>
  )
}

function sentence({ code, figures, days, counts, word }: SmartFinding, shown: (figure: number) => string): string {
  const details = {
    ...mapped(figures, shown),
    ...mapped(days, isoDay),
    ...mapped(counts, shownNumber),
    ...(word === undefined ? {} : { word }),
  }
  return (text.says[code] as (details: Record<string, string>) => string)(details)
}

function mapped(values: Record<string, number> | undefined, shown: (value: number) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, shown(value)]))
}
