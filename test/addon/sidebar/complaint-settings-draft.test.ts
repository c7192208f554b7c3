import fc from 'fast-check'
import { parse } from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  noRouting,
  peopleAreWrong,
  peopleDraft,
  peopleOf,
  routingConditions,
} from '../../../addon/sidebar/complaint-settings/people/people-draft.ts'
import { withStaff } from '../../../addon/sidebar/complaint-settings/people/with-staff.ts'
import { peoplesSteps, rightsDraft, rightsOf } from '../../../addon/sidebar/complaint-settings/rights/rights-draft.ts'
import { neverHolds } from '../../../addon/sidebar/complaint-settings/rows/never-holds.ts'
import {
  targetsAreWrong,
  targetsDraft,
  targetsOf,
} from '../../../addon/sidebar/complaint-settings/targets/targets-draft.ts'
import { wordsAreWrong, wordsDraft, wordsOf } from '../../../addon/sidebar/complaint-settings/words/words-draft.ts'
import { complaintKinds, customerTypes, severities } from '../../../core/complaint/complaint.ts'
import { flowNeeds } from '../../../core/complaint/complaint-flow.ts'
import {
  type ComplaintPolicy,
  checkedPolicy,
  complaintPolicySchema,
  defaultPolicy,
} from '../../../core/complaint/complaint-policy.ts'

const word = fc.stringMatching(/^[A-Za-z东贸易]{1,6}( [A-Za-z]{1,6})?$/)
const words = fc.uniqueArray(word, { maxLength: 3 })
const minutes = fc.integer({ min: 1, max: 1_000_000 })
const optional = { requiredKeys: [] as [] }
const conditions = { kind: fc.constantFrom(...complaintKinds), tier: word, severity: fc.constantFrom(...severities) }

const targets = fc.record(
  { ...conditions, responseMinutes: minutes, updateMinutes: minutes, resolutionMinutes: minutes },
  { requiredKeys: ['responseMinutes', 'resolutionMinutes', 'kind'] },
)
const flow = fc.record({
  needs: fc.constantFrom([], [flowNeeds[0]], [flowNeeds[1]], [...flowNeeds]),
  asksFeedback: fc.boolean(),
  closesAfterDays: fc.integer({ min: 0, max: 365 }),
})
const texts = fc.record({ en: word, 'zh-CN': word }, optional)

/** Policies that the API would take, of whole minutes and hundredths of a per cent as everyone writes them. */
const policies = fc.uniqueArray(word, { minLength: 1, maxLength: 3 }).chain((names) => {
  const person = (name: string) => {
    const others = names.filter((other) => other !== name)
    return fc.record(
      {
        name: fc.constant(name),
        email: fc.constant('a@example.com'),
        position: word,
        skills: words,
        capacity: fc.integer({ min: 0, max: 100 }),
        away: fc.record(
          {
            from: fc.constant('2026-05-01'),
            to: fc.constant('2026-05-03'),
            ...(others.length && { deputy: fc.constantFrom(...others) }),
          },
          { requiredKeys: ['from', 'to'] },
        ),
      },
      { requiredKeys: ['name', 'skills', 'capacity'] },
    )
  }
  return fc.record({
    rules: fc.array(targets, { maxLength: 4 }).map((rules) => [...rules, ...defaultPolicy('UTC').rules.slice(-1)]),
    warnShare: fc.integer({ min: 0, max: 10_000 }).map((share) => share / 10_000),
    escalation: fc.record({
      warning: words,
      breach: words,
      levels: fc
        .uniqueArray(minutes, { maxLength: 4 })
        .chain((afters) =>
          fc.tuple(
            ...afters
              .sort((a, b) => a - b)
              .map((afterMinutes) => fc.record({ afterMinutes: fc.constant(afterMinutes), to: words })),
          ),
        ),
    }),
    flows: fc.record({ business: flow, person: flow }),
    people: fc.tuple(...names.map(person)),
    routing: fc.array(
      fc.record(
        {
          ...conditions,
          category: word,
          channel: word,
          customerType: fc.constantFrom(...customerTypes),
          skill: word,
          names: fc.subarray(names, { minLength: 1 }),
        },
        { requiredKeys: ['names'] },
      ),
      { maxLength: 3 },
    ),
    rights: fc.record(
      {
        steps: fc.dictionary(fc.constantFrom(...peoplesSteps), fc.constantFrom('handler', 'admin')),
        compensationLimit: fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100),
      },
      { requiredKeys: ['steps'] },
    ),
    wording: fc.record({
      acknowledgement: texts,
      feedback: texts,
      replies: fc.array(fc.record({ title: word, text: word }), { maxLength: 2 }),
      categories: words,
      rootCauses: words,
    }),
  })
})

function inFields(policy: ComplaintPolicy) {
  return {
    ...{ targets: targetsDraft(policy), people: peopleDraft(policy) },
    ...{ rights: rightsDraft(policy.rights), words: wordsDraft(policy.wording) },
  }
}

describe('what stands in the fields', () => {
  test('makes the policy again that it was filled from', () => {
    fc.assert(
      fc.property(policies, (part) => {
        const policy = checkedPolicy(parse(complaintPolicySchema, { ...defaultPolicy('UTC'), ...part }))
        const fields = inFields(policy)
        expect(targetsAreWrong(fields.targets) || peopleAreWrong(fields.people) || wordsAreWrong(fields.words)).toBe(
          false,
        )
        const made = {
          ...{ ...policy, ...targetsOf(fields.targets), ...peopleOf(fields.people) },
          ...{ rights: rightsOf(fields.rights), wording: wordsOf(fields.words) },
        }
        expect(made).toEqual(policy)
      }),
      { numRuns: 100 },
    )
  })

  test('is what a workspace begins with, and right', () => {
    const { targets, people } = inFields(defaultPolicy('UTC'))
    expect(targetsAreWrong(targets) || peopleAreWrong(people)).toBe(false)
    expect(targets.rules.map(({ response, resolution }) => `${response}/${resolution}`).slice(3, 5)).toEqual([
      '0.5/4',
      '1/8',
    ])
  })
})

test.each([
  ['the same conditions', [{ kind: 'praise' }, { kind: 'praise' }], true],
  ['fewer conditions before more', [{ kind: 'praise' }, { kind: 'praise', tier: 'A' }], true],
  ['no condition before some', [{}, { tier: 'A' }], true],
  ['more conditions before fewer', [{ kind: 'praise', tier: 'A' }, { kind: 'praise' }], false],
  ['others', [{ kind: 'praise' }, { kind: 'enquiry' }], false],
])('a rule after another with %s: never holds %#', (_, rules, never) => {
  const rows = rules.map((rule) => ({ ...noRouting, ...rule }))
  expect(neverHolds(rows, 1, routingConditions)).toBe(never)
})

test('people of the staff tab are added once, and of known ones only what is blank is filled in', () => {
  const member = { name: 'Li Na', email: 'li.na@example.com', position: 'manager', skills: 'Billing', capacity: '' }
  const first = withStaff([], [member, member])
  expect(first).toMatchObject([{ ...member, capacity: '20' }])
  const again = withStaff([{ ...first[0]!, email: '', position: 'head' }], [{ ...member, capacity: '5' }])
  expect(again).toMatchObject([{ name: 'Li Na', email: 'li.na@example.com', position: 'head', capacity: '20' }])
})
