import { InputError } from '../../core/input-error.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { openRuns } from '../tiering/open-runs.ts'
import { readRounds } from '../tiering/rounds-tab.ts'
import { currentStandard } from './current-standards.ts'
import { scoreTimer } from './score-timer.ts'
import { keepStandardNames, standardNames } from './standard-names.ts'

/**
 * Takes a standard out of the forms and the timed runs. Its versions, columns and history stay where they are; applied
 * again under its name it goes on where it stopped.
 *
 * @throws InputError `standardUnknown`, `roundIsOpen`, `standardIsRunning`, `standardOnTimer`, `busyNow`.
 */
export function removeStandard(standard: string): void {
  oneAtATime(() => {
    const { name } = currentStandard(standard)
    const open = readRounds().rounds.find(
      (one) => one.standard === name && (one.status === 'proposed' || one.status === 'approved'),
    )
    if (open) throw new InputError('roundIsOpen', { round: open.round })
    if (name in openRuns()) throw new InputError('standardIsRunning', { standard: name })
    if (scoreTimer() !== 'off') throw new InputError('standardOnTimer', { standard: name })
    const names = standardNames()
    keepStandardNames({ ...names, removed: [...names.removed, name] })
  })
}
