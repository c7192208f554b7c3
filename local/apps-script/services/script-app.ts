import type { TimedTrigger } from '../ops.ts'
import { ask } from './ask.ts'
import { emulated, enumeration } from './emulated.ts'
import { exception } from './exception.ts'

/** The global `ScriptApp`. */
export const scriptApp = emulated('ScriptApp', {
  AuthMode: enumeration('AuthMode', ['NONE', 'LIMITED', 'FULL', 'CUSTOM_FUNCTION']),
  EventType: enumeration('EventType', ['CLOCK']),
  TriggerSource: enumeration('TriggerSource', ['CLOCK']),
  getIdentityToken: () => ask('ScriptApp.getIdentityToken', {}),
  getProjectTriggers: () => ask('ScriptApp.getProjectTriggers', {}).map(trigger),
  newTrigger: (handler: string) => emulated('TriggerBuilder', { timeBased: () => clockTrigger(handler) }),
  deleteTrigger(old: { getUniqueId(): string }) {
    ask('ScriptApp.deleteTrigger', { id: old.getUniqueId() })
  },
})

function clockTrigger(handler: string) {
  let everyMinutes: number | undefined
  const self = emulated('ClockTriggerBuilder', {
    everyMinutes: (count: number) => every(oneOf(count, [1, 5, 10, 15, 30])),
    everyHours: (count: number) => every(60 * oneOf(count, [1, 2, 4, 6, 8, 12])),
    everyDays: (count: number) => every(1440 * count),
    /** The workbench runs a daily trigger a day after it was made, at whatever hour that is. */
    atHour: (_hour: number) => self,
    create() {
      if (everyMinutes === undefined) throw exception('The trigger has no schedule.')
      return trigger(ask('ScriptApp.newTrigger', { handler, everyMinutes }))
    },
  })
  function every(minutes: number): object {
    everyMinutes = minutes
    return self
  }
  return self
}

function trigger({ id, handler }: TimedTrigger) {
  return emulated('Trigger', {
    getUniqueId: () => id,
    getHandlerFunction: () => handler,
    getEventType: () => scriptApp.EventType.CLOCK,
    getTriggerSource: () => scriptApp.TriggerSource.CLOCK,
  })
}

function oneOf(count: number, allowed: number[]): number {
  if (!allowed.includes(count)) throw exception(`The value you passed must be one of ${allowed.join(', ')}`)
  return count
}
