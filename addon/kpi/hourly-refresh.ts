/** The global that the trigger runs. */
const handler = 'refreshKpiSheetOnTime'

/** Whether this person's trigger refreshes the KPI sheet. */
export function isHourly(): boolean {
  return triggers().length > 0
}

/** Starts or ends the refresh every hour; once however often it is asked for. */
export function setHourly(on: boolean): boolean {
  for (const trigger of triggers()) ScriptApp.deleteTrigger(trigger)
  if (on) ScriptApp.newTrigger(handler).timeBased().everyHours(1).create()
  return on
}

function triggers(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler)
}
