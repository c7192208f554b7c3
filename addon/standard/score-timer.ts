import { applyStandard } from './apply-standard.ts'
import { currentStandard } from './current-standards.ts'
import { sealedStandards } from './sealed-standards.ts'
import { standardNames } from './standard-names.ts'

export type ScoreTimer = 'off' | 'daily' | 'weekly'

/** The global that the trigger runs. */
const handler = 'applyStandardsOnTime'
/** How often, kept with the document; which person's trigger it is, only that person can see. */
const property = 'SCORE_TIMER'
const EARLY_MORNING = 5

/** How often this person's trigger applies the standards. */
export function scoreTimer(): ScoreTimer {
  if (triggers().length === 0) return 'off'
  return PropertiesService.getUserProperties().getProperty(property) === 'weekly' ? 'weekly' : 'daily'
}

/** Applies the standards every day or week from now on, or no longer; one trigger however often it is asked for. */
export function setScoreTimer(timer: ScoreTimer): ScoreTimer {
  for (const trigger of triggers()) ScriptApp.deleteTrigger(trigger)
  if (timer === 'off') return timer
  const days = timer === 'weekly' ? 7 : 1
  ScriptApp.newTrigger(handler).timeBased().everyDays(days).atHour(EARLY_MORNING).create()
  PropertiesService.getUserProperties().setProperty(property, timer)
  return timer
}

/**
 * Applies every standard that was ever applied by hand, as it stands in the tab.
 *
 * One that cannot be applied keeps none of the others back; the first such reason is thrown at the end.
 */
export function applyEveryStandard(): void {
  const names = new Set(sealedStandards().map(({ standard }) => standard.name))
  for (const name of standardNames().removed) names.delete(name)
  const reasons: unknown[] = []
  for (const name of names) {
    try {
      while (applyStandard(currentStandard(name)).next !== null);
    } catch (error) {
      reasons.push(error)
    }
  }
  if (reasons.length > 0) throw reasons[0]
}

function triggers(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler)
}
