import type { Clock, ClockName, Instant } from '../../../core/complaint/complaint.ts'
import { clockNames } from '../../../core/complaint/complaint.ts'
import type { Acted, ComplaintEvent } from '../../../core/complaint/complaint-event.ts'
import { nextState } from '../../../core/complaint/complaint-moves.ts'

/** A clock as the events before tell it: what of its alarms was told, and since when it runs, if it does. */
type Told = { clock: Clock; told: number }

/** What a complaint is after some of its events, as far as its targets depend on it. */
type Targeted = Record<'state' | 'kind' | 'severity' | 'tier', string>

const MINUTE_MS = 60_000
const ANSWERS = ['acknowledge', 'reply']
const RESTARTS = ['resume', 'reopen']
const OVER = ['resolved', 'feedback', 'closed']

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
  let now: Targeted | undefined
  for (const event of history) {
    const next = targetedAfter(now, event)
    if (event.action === 'escalate') checkEscalation(clocks, event, wrong)
    else {
      if (!event.importedAt)
        checkNothingDue(clocks, event.at, `before ${event.action} of version ${event.version}`, wrong)
      const isAnother = now !== undefined && !OVER.includes(now.state) && isDifferent(now, next)
      for (const name of clockNames) {
        const clock = event[name]
        if (clock) clocks[name] = { clock, told: toldAfter(name, clock, clocks[name], { event, isAnother }, wrong) }
      }
      checkWord(clocks.update?.clock, event, wrong)
    }
    now = next
  }
  checkNothingDue(clocks, until, 'at the end', wrong)
  return clockNames.flatMap((name) => nextOf(clocks[name]) ?? [])
}

function targetedAfter(before: Targeted | undefined, event: ComplaintEvent): Targeted {
  const { action, kind, severity, customer } = event
  if (action === 'receive')
    return { state: 'received', kind: event.kind, severity: event.severity, tier: event.customer.tier }
  const state = nextState(before!.state as Parameters<typeof nextState>[0], action) ?? before!.state
  return {
    state,
    kind: kind ?? before!.kind,
    severity: severity ?? before!.severity,
    tier: customer?.tier ?? before!.tier,
  }
}

function isDifferent(before: Targeted, after: Targeted): boolean {
  return (['kind', 'severity', 'tier'] as const).some((key) => before[key] !== after[key])
}

/** A word to the customer ends the wait for it: whoever waits on waits for the next. */
function checkWord(update: Clock | undefined, { action, at, version }: ComplaintEvent, wrong: (what: string) => void) {
  if (ANSWERS.includes(action) && update?.since !== undefined && update.since !== at) {
    wrong(`version ${version} gives the word that update waits for on`)
  }
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
  { event, isAnother }: { event: ComplaintEvent; isAnother: boolean },
  wrong: (what: string) => void,
): number {
  const { action, at, version, importedAt } = event
  const say = (what: string) => wrong(`${name} of version ${version} (${action}) ${what}`)
  const startedAnew = !before || (name === 'update' && [...ANSWERS, ...RESTARTS].includes(action) && clock.since === at)
  const isRetargeted = !startedAnew && clock.targetMinutes !== before.clock.targetMinutes
  const wasLate = before !== undefined && dueBefore(before.clock, at) !== undefined
  checkTime(clock, startedAnew ? undefined : before.clock, { event, isRetargeted }, say)
  if (isRetargeted && (!isAnother || wasLate)) say('has another target')
  const isLeftAlone = !startedAnew && !isRetargeted && clock.since !== undefined && !RESTARTS.includes(action)
  if (isLeftAlone) say('is set anew for nothing')
  const alarms = alarmsOf(clock)
  if (alarms.some((alarm, place) => place > 0 && alarm < alarms[place - 1]!)) say('has alarms in disorder')
  if (importedAt) {
    const heard = clock.raised ?? 0
    if ((alarms[heard - 1] ?? '') >= importedAt || (alarms[heard] ?? '~') < importedAt) say('counts others as told')
    return heard
  }
  const told = startedAnew
    ? 0
    : toldOf(before.told, { clock, isRetargeted, isReopened: action === 'reopen' && wasLate })
  if ((clock.raised ?? 0) !== told) say(`has ${clock.raised} told in place of ${told}`)
  if (clock.since !== undefined && !(action === 'receive') && clock.since !== at) say('runs since another time')
  return told
}

/** Another target is told of anew while there is time left; that it is late is told once more where it is reopened. */
function toldOf(
  before: number,
  { clock, isRetargeted, isReopened }: { clock: Clock; isRetargeted: boolean; isReopened: boolean },
) {
  if (isReopened) return Math.min(before, 1)
  return isRetargeted && clock.usedMinutes <= clock.targetMinutes ? 0 : before
}

/** Time that was used stays so, no more is added than passed, and what was missed stays missed. */
function checkTime(
  clock: Clock,
  before: Clock | undefined,
  { event: { at }, isRetargeted }: { event: ComplaintEvent; isRetargeted: boolean },
  say: (what: string) => void,
) {
  const { usedMinutes, targetMinutes, since, dueAt, missedAt } = clock
  const used = before?.usedMinutes ?? 0
  const passed = before?.since === undefined ? 0 : (Date.parse(at) - Date.parse(before.since)) / MINUTE_MS
  if (usedMinutes < used - 1e-6) say('runs backwards')
  if (usedMinutes > used + passed + 1e-6) say('uses more than passed')
  const missedBefore = before && dueBefore(before, at)
  const missedNow = isRetargeted && usedMinutes > targetMinutes ? at : undefined
  if (before && missedAt !== (missedBefore ?? missedNow)) say('forgets or makes up that its target was missed')
  if (since === undefined || missedAt !== undefined) return
  if (Date.parse(dueAt!) - Date.parse(since) < (targetMinutes - usedMinutes) * MINUTE_MS - 1) say('is due too soon')
}

function dueBefore({ missedAt, dueAt }: Clock, at: Instant): Instant | undefined {
  return missedAt ?? (dueAt !== undefined && dueAt < at ? dueAt : undefined)
}

function sorted(clock: object): [string, unknown][] {
  return Object.entries(clock).sort(([a], [b]) => (a < b ? -1 : 1))
}
