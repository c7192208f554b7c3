import type { HourlyState } from '../../kpi/hourly-refresh.ts'
import { messages } from '../kit/language.ts'
import { Button } from '../kit/parts.tsx'

const text = messages.kpi

/** Who refreshes the sheet every hour, and the one click that changes it. */
export function Hourly({ state, busy, onTurn }: { state: HourlyState; busy: boolean; onTurn: (on: boolean) => void }) {
  const { on, mine, by } = state
  return (
    <div class="stack">
      <p>{!on ? text.notHourly : mine ? text.hourlyByYou : text.hourlyBy(by)}</p>
      {on && !mine && <p class="soft">{text.takeOverHint}</p>}
      <div class="actions">
        {!(on && mine) && (
          <Button disabled={busy} onClick={() => onTurn(true)}>
            {on ? text.takeOver : text.hourly}
          </Button>
        )}
        {on && (
          <Button disabled={busy} onClick={() => onTurn(false)}>
            {text.stopHourly}
          </Button>
        )}
      </div>
    </div>
  )
}
