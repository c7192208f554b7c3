import type { Clock, ClockName, Instant } from '../../../core/complaint/complaint.ts'
import { clockNames } from '../../../core/complaint/complaint.ts'
import type { Acted, ComplaintEvent } from '../../../core/complaint/complaint-event.ts'

/** A clock as the events before tell it: what of its alarms was told, and since when it runs, if it does. */
type Told = { clock: Clock; told: number }

const MINUTE_MS = 60_000
const ANSWERS = ['acknowledge', 'reply']
const RESTARTS = ['resume', 'reopen']

/**
 * Works out from the events which alarms were due while each clock ran, and holds the escalations against it: each due one
 * told once, in order and before anything that came later, none early; and no clock ever runs backwards.
 *
 * Nothing of the desk's own arithmetic of alarms is used: a stretch begins with an event that starts a clock, which says
 * when its warning, breach and levels are due, and ends with the next that stops it or sets it anew.
 *
 * @param until Whatever was due before has to be told.
 * @returns What is due next.
 */
export function checkAlarms(history: ComplaintEvent[], until: Instant, wrong: (what: string) => void): Instant[] {
  const clocks: Partial<Record<ClockName, Told>> = {}
  for (const event of history) {
    if (event.action === 'escalate') checkEscalation(clocks, event, wrong)
    else {
      if (!event.importedAt)
        checkNothingDue(clocks, event.at, `before ${event.action} of version ${event.version}`, wrong)
      for (const name of clockNames) {
        const clock = event[name]
        if (clock) clocks[name] = { clock, told: toldAfter(name, clock, clocks[name], event, wrong) }
      }
    }
  }
  checkNothingDue(clocks, until, 'at the end', wrong)
  return clockNames.flatMap((name) => nextOf(clocks[name]) ?? [])
}

function alarmsOf({ since, warnAt, dueAt, levelsAt = [] }: Clock): Instant[] {
  return since === undefined ? [] : [warnAt!, dueAt!, ...levelsAt]
}

function nextOf(told: Told | undefined): Instant | undefined {
  return told && alarmsOf(told.clock)[told.told]
}

function checkNothingDue(
  clocks: Partial<Record<ClockName, Told>>,
  before: Instant,
  when: string,
  wrong: (what: string) => void,
): void {
  for (const name of clockNames) {
    const next = nextOf(clocks[name])
    if (next !== undefined && next < before)
      wrong(`step ${clocks[name]!.told} of ${name}, due ${next}, is not told ${when}`)
  }
}

function checkEscalation(clocks: Partial<Record<ClockName, Told>>, event: Acted, wrong: (what: string) => void): void {
  const { escalation, at, version } = event
  if (!escalation) {
    wrong(`version ${version} escalates nothing`)
    return
  }
  const { clock: name, step, dueAt } = escalation
  const told = clocks[name]
  const next = nextOf(told)
  if (!told || step !== told.told || dueAt !== next) {
    wrong(`version ${version} tells step ${step} of ${name}, due ${dueAt}, in place of ${told?.told}, due ${next}`)
    return
  }
  if (dueAt >= at) wrong(`version ${version} is told early`)
  const { raised, ...after } = event[name] as Clock
  const { raised: _, ...before } = told.clock
  if (raised !== step + 1 || JSON.stringify(sorted(after)) !== JSON.stringify(sorted(before))) {
    wrong(`version ${version} changes ${name}`)
  }
  if (clockNames.some((other) => other !== name && event[other])) wrong(`version ${version} touches another clock`)
  clocks[name] = { clock: event[name] as Clock, told: step + 1 }
}

/** How much is told of a clock after an event that starts it, stops it or sets it anew. */
function toldAfter(
  name: ClockName,
  clock: Clock,
  before: Told | undefined,
  event: ComplaintEvent,
  wrong: (what: string) => void,
): number {
  const { action, at, version, importedAt } = event
  const say = (what: string) => wrong(`${name} of version ${version} (${action}) ${what}`)
  const startedAnew = !before || (name === 'update' && [...ANSWERS, ...RESTARTS].includes(action))
  const isRetargeted = !startedAnew && clock.targetMinutes !== before.clock.targetMinutes
  const isSetAnew = ['classify', 'change_severity', 'identify'].includes(action)
  checkTime(clock, startedAnew ? undefined : before.clock, event, say)
  if (isRetargeted && !isSetAnew) say('has another target')
  const alarms = alarmsOf(clock)
  if (alarms.some((alarm, place) => place > 0 && alarm < alarms[place - 1]!)) say('has alarms in disorder')
  if (importedAt) {
    const heard = clock.raised ?? 0
    if ((alarms[heard - 1] ?? '') >= importedAt || (alarms[heard] ?? '~') < importedAt) say('counts others as told')
    return heard
  }
  const isLate = clock.usedMinutes > clock.targetMinutes
  const told = startedAnew || (isSetAnew && !isLate) ? 0 : before.told
  if ((clock.raised ?? 0) !== told) say(`has ${clock.raised} told in place of ${told}`)
  if (clock.since !== undefined && !(action === 'receive') && clock.since !== at) say('runs since another time')
  return told
}

/** Time that was used stays so, no more is added than passed, and what was missed stays missed. */
function checkTime(
  clock: Clock,
  before: Clock | undefined,
  { at, action }: ComplaintEvent,
  say: (what: string) => void,
) {
  const { usedMinutes, targetMinutes, since, dueAt, missedAt } = clock
  const used = before?.usedMinutes ?? 0
  const passed = before?.since === undefined ? 0 : (Date.parse(at) - Date.parse(before.since)) / MINUTE_MS
  if (usedMinutes < used - 1e-6) say('runs backwards')
  if (usedMinutes > used + passed + 1e-6) say('uses more than passed')
  if (before && dueBefore(before, at) !== missedAt && !['classify', 'change_severity', 'identify'].includes(action)) {
    say('forgets or makes up that its target was missed')
  }
  if (since === undefined || missedAt !== undefined) return
  if (Date.parse(dueAt!) - Date.parse(since) < (targetMinutes - usedMinutes) * MINUTE_MS - 1) say('is due too soon')
}

function dueBefore({ missedAt, dueAt }: Clock, at: Instant): Instant | undefined {
  return missedAt ?? (dueAt !== undefined && dueAt < at ? dueAt : undefined)
}

function sorted(clock: object): [string, unknown][] {
  return Object.entries(clock).sort(([a], [b]) => (a < b ? -1 : 1))
}
