import type { Plant } from '../program.ts'
import type { DeskAction } from './desk-world.ts'

/** A bug to put into the desk; found soonest in worlds where only this is done. */
export type DeskPlant = Omit<Plant, 'theme'> & { does?: DeskAction[] }

/** Bugs that a simulation of the desk must find: what each text of the program is replaced by. */
export const deskPlants: DeskPlant[] = [
  {
    name: 'events are written whatever version the head is at',
    does: ['edit', 'editTogether', 'sweepNow'],
    file: 'functions/store/complaint.ts',
    from: `        ConditionExpression: before ? '#version = :before' : 'attribute_not_exists(pk)',
        ...(before && {
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': before.version },
        }),
      },
    },
    ...parts.map(({ kept }) => ({
      Put: {
        Item: { pk: eventPartition(workspace, head.id), sk: eventKey(kept.version), ...kept },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    })),`,
    to: `      },
    },
    ...parts.map(({ kept }) => ({ Put: { Item: { pk: eventPartition(workspace, head.id), sk: eventKey(kept.version), ...kept } } })),`,
  },
  {
    name: 'a head is bumped without its event',
    file: 'functions/store/complaint.ts',
    from: '...parts.map(({ kept }) => ({',
    to: '...parts.slice(parts.length > 1 ? 1 : 0).map(({ kept }) => ({',
  },
  {
    name: 'facts are not kept with the head',
    file: 'functions/store/complaint.ts',
    from: '...complaintFactWrites(workspace, head),',
    to: '...(before ? [] : complaintFactWrites(workspace, head)),',
  },
  {
    name: 'the schedule comes when a target runs out, not when it warns',
    file: 'functions/store/complaint.ts',
    from: 'dueKeys(workspace, head.id, nextSweepAt(head))',
    to: 'dueKeys(workspace, head.id, nextDueAt(head) && nextSweepAt(head) && nextDueAt(head))',
  },
  {
    name: 'an escalation is told again after a pause',
    does: ['edit', 'edit', 'sweepNow'],
    file: 'core/complaint/clock.ts',
    from: '...(raised !== undefined && { raised }),\n    ...(missedAt',
    to: '...(missedAt',
  },
  {
    name: 'an escalation is dropped when an act comes first',
    file: 'core/complaint/desk-events.ts',
    from: 'const due = escalations(before, now, policy)\n  const done',
    to: 'const due: Happened = { events: [], complaint: before }\n  const done',
  },
  {
    name: 'a clock that went back is believed',
    does: ['edit', 'editTogether', 'sweepNow'],
    file: 'core/complaint/acted-event.ts',
    from: 'const at = now > complaint.updatedAt ? now : complaint.updatedAt',
    to: 'const at = now',
  },
  {
    name: 'a number is given twice',
    does: ['takeIn'],
    file: 'functions/store/complaint-number.ts',
    from: `        ConditionExpression: last ? '#last = :last' : 'attribute_not_exists(pk)',
        ...(last && { ExpressionAttributeNames: { '#last': 'last' }, ExpressionAttributeValues: { ':last': last } }),`,
    to: '',
  },
  {
    name: 'an edit is accepted from a version that others changed',
    does: ['edit', 'editTogether'],
    file: 'functions/complaint/change-complaint.ts',
    from: 'if (version > expectedVersion && others.length === 0) return complaint',
    to: 'if (version > expectedVersion) return complaint',
  },
  {
    name: 'an edit that was sent twice at once is told to be refused',
    does: ['edit'],
    file: 'functions/store/operation.ts',
    from: 'if (!meanwhile) throw error',
    to: "if (!meanwhile || (error as Error).name === 'InputError') throw error",
  },
  {
    name: 'a message is handed over before it is claimed',
    does: ['edit', 'edit', 'sweepNow', 'sweepNow'],
    file: 'functions/complaint/send-message.ts',
    from: 'if (!(await move({ state, tries }, claimed, later(now, CUT_SHORT_MS)))) return',
    to: 'const claiming = move({ state, tries }, claimed, later(now, CUT_SHORT_MS)).catch(() => false)\n  if (!claiming) return',
  },
  {
    name: 'a message whose handing over was cut short is sent again',
    seed: 14,
    does: ['edit', 'edit', 'sweepNow', 'sweepNow'],
    file: 'functions/complaint/send-message.ts',
    from: "await move({ state, tries }, { state: 'unsure', tries })",
    to: "await move({ state, tries }, { state: 'waiting', tries }, triedAt)",
  },
  {
    name: 'a message is given up while another sweep hands it over',
    does: ['edit', 'sweepNow', 'sweepNow'],
    file: 'functions/complaint/send-message.ts',
    from: 'if (message.triedAt !== undefined && triedAt < later(new Date(message.triedAt), CUT_SHORT_MS)) return',
    to: '',
  },
  {
    name: 'a message is lost where several things happen at once',
    file: 'functions/complaint/desk-writes.ts',
    from: '...events.flatMap((event) =>',
    to: '...events.slice(0, 1).flatMap((event) =>',
  },
  {
    name: 'a sweep writes all that is due at once, however much it is',
    does: ['edit', 'sweepNow', 'sweepNow'],
    file: 'functions/complaint/tell-due.ts',
    from: 'if (writes.length <= WRITES_AT_ONCE || due.events.length === 1) return',
    to: 'if (due) return',
  },
  {
    name: 'an act writes all that was due before it at once, however much it is',
    does: ['edit', 'edit'],
    file: 'functions/complaint/change-complaint.ts',
    from: 'if (writes.length < WRITES_AT_ONCE) return',
    to: 'if (writes) return',
  },
  {
    name: 'whoever is identified again is held to the targets of today',
    does: ['edit', 'edit', 'changePolicy', 'changePolicy'],
    file: 'core/complaint/acted-clocks.ts',
    from: 'return isAnother(complaint, act) ? retargetedClocks',
    to: 'return act.customer || act.kind || act.severity ? retargetedClocks',
  },
  {
    name: 'what was missed is missed no longer once it is less grave',
    does: ['edit'],
    file: 'core/complaint/acted-clocks.ts',
    from: ' || missed(clock, at) !== undefined',
    to: '',
  },
  {
    name: 'the wait for the next word runs on after the word where none is owed any more',
    does: ['edit', 'edit', 'changePolicy', 'changePolicy'],
    file: 'core/complaint/acted-clocks.ts',
    from: 'rule.updateMinutes === undefined\n      ? stoppedWord(update, at, policy)',
    to: 'rule.updateMinutes === undefined\n      ? {}',
  },
  {
    name: 'a late one that is opened again is told of no more',
    does: ['bringIn', 'edit', 'edit', 'edit'],
    file: 'core/complaint/clock.ts',
    from: 'raised: Math.min(raised, 1)',
    to: 'raised',
  },
  {
    name: 'whoever may edit may take every step',
    does: ['edit'],
    file: 'functions/complaint/change-complaint.ts',
    from: 'checkRight(policy.rights, before, wanted, deskDoer(policy, doer))\n',
    to: '\n',
  },
]
