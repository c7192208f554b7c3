import { InputError } from '../../core/input-error.ts'
import { me } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { keepRefresher, keptSheet, type Refresher } from './kept-plan.ts'

/** The global that the trigger runs. */
const handler = 'refreshKpiSheetOnTime'

/** Who refreshes the sheet: nobody, the person at work, or somebody else. */
export type HourlyState = { on: boolean; mine: boolean; by: string }

export function hourlyState(refresher: Refresher | undefined = keptSheet()?.refresher): HourlyState {
  if (!refresher) return { on: false, mine: false, by: '' }
  const mine = triggers().some((trigger) => trigger.getUniqueId() === refresher.trigger)
  return { on: true, mine, by: refresher.email }
}

/**
 * Starts the refresh every hour by the person at work, whoever did it before, or ends it.
 *
 * A trigger is its maker's: nobody else sees or deletes it. One that was taken over ends itself at its next run.
 *
 * @throws InputError `noKpiSheet`.
 */
export function setHourly(on: boolean): HourlyState {
  oneAtATime(() => {
    if (!keptSheet()) throw new InputError('noKpiSheet', undefined)
    endTrigger()
    const trigger = on ? ScriptApp.newTrigger(handler).timeBased().everyHours(1).create().getUniqueId() : undefined
    keepRefresher(trigger === undefined ? undefined : { email: me(), trigger })
    if (on) {
      const { HOUR } = SpreadsheetApp.RecalculationInterval
      SpreadsheetApp.getActiveSpreadsheet().setRecalculationInterval(HOUR)
    }
  })
  return hourlyState()
}

/** Deletes the trigger that refreshes the sheet, where it is this person's; no other of theirs. */
export function endTrigger(): void {
  deleteTrigger(keptSheet()?.refresher?.trigger)
}

/** Whether a run is that of the person who refreshes the sheet; any other trigger is removed. */
export function isRefresher(trigger: string): boolean {
  if (keptSheet()?.refresher?.trigger === trigger) return true
  deleteTrigger(trigger)
  return false
}

function deleteTrigger(id: string | undefined): void {
  for (const one of triggers()) if (one.getUniqueId() === id) ScriptApp.deleteTrigger(one)
}

function triggers(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler)
}
