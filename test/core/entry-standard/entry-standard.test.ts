import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedFields } from '../../../core/entry-standard/asked-fields.ts'
import { checkedEntryRules } from '../../../core/entry-standard/checked-entry-rules.ts'
import { defaultEntryRules } from '../../../core/entry-standard/default-entry-rules.ts'
import { entryCheck } from '../../../core/entry-standard/entry-check.ts'
import type { EntryFormat, EntryRule } from '../../../core/entry-standard/entry-rule.ts'
import { fillOrder } from '../../../core/entry-standard/fill-order.ts'
import { fullerEntryRules } from '../../../core/entry-standard/fuller-entry-rules.ts'
import { ownerCompleteness } from '../../../core/entry-standard/owner-completeness.ts'
import { ruleChanges } from '../../../core/entry-standard/rule-changes.ts'
import { wayBack, wentBack } from '../../../core/entry-standard/way-back.ts'
import { type EntryCell, wrongEntry } from '../../../core/entry-standard/wrong-entry.ts'

const rule = (field: string, more: Partial<EntryRule> = {}): EntryRule => ({
  ...{ field, required: true, format: '', allowed: [] },
  ...more,
})

describe('a cell against its format', () => {
  it.each<[EntryFormat, EntryCell, boolean]>([
    ['', '=1+1', true],
    ['phone', '+86 138 0013 8000', true],
    ['phone', 13800138000, true],
    ['phone', '(020) 7946 0958 ext. 12', true],
    ['phone', '１３８００１３８０００', true],
    ['phone', 'ask Ann', false],
    ['phone', '12345', false],
    ['phone', '00000000', false],
    ['email', 'Ann@Example.com', true],
    ['email', ' ann@example.com ', true],
    ['email', 'ann@example', false],
    ['email', 'ann@example.com, bo@example.com', false],
    ['email', 'Ann <ann@example.com>', false],
    ['date', new Date(0), true],
    ['date', '2024-02-29', true],
    ['date', '2024年2月29日', true],
    ['date', '2023-02-29', false],
    ['date', '3/4/2024', false],
    ['date', 45000, false],
    ['date', new Date(Number.NaN), false],
    ['number', 0, true],
    ['number', '12', false],
    ['list', 'Web', true],
    ['list', ' Web ', true],
    ['list', 'web', false],
    ['list', 2024, true],
  ])('%s: %j is right: %j', (format, cell, isRight) => {
    const given = rule('x', { format, allowed: ['Web', '2024'] })
    expect(wrongEntry(given, cell)).toBe(isRight ? undefined : format)
  })

  it('is never wrong where it is blank', () => {
    for (const format of ['phone', 'email', 'date', 'number', 'list'] as const) {
      for (const blank of ['', '  ']) expect(wrongEntry(rule('x', { format }), blank)).toBeUndefined()
    }
  })
})

describe('the check of a tab', () => {
  const rules = [
    rule('customer'),
    rule('phone', { format: 'phone' }),
    rule('source'),
    rule('email', { required: false, format: 'email' }),
  ]
  const columns = {
    customerId: ['C1', 'C2', '', 'C4', 5],
    customer: ['Ann', 'Bo', 'nobody', ' ', ''],
    phone: ['020 7946 0958', 'none', '', 13800138000, ''],
    email: ['x', '', '', 'd@example.com', ''],
  }
  const rows = entryCheck(columns, rules)

  it('tells what each customer lacks; a field without a column is blank, a row without an id no customer', () => {
    expect(rows).toEqual([
      { row: 0, share: 2 / 3, missing: ['source'], wrong: [{ row: 0, field: 'email', why: 'email' }] },
      { row: 1, share: 2 / 3, missing: ['source'], wrong: [{ row: 1, field: 'phone', why: 'phone' }] },
      { row: 3, share: 1 / 3, missing: ['customer', 'source'], wrong: [] },
      { row: 4, share: 0, missing: ['customer', 'phone', 'source'], wrong: [] },
    ])
  })

  it('sums up by owner, least complete first', () => {
    expect(ownerCompleteness(rows, ['Li', 'Li ', '', '', 'Bo'])).toEqual([
      { owner: 'Bo', customers: 1, complete: 0, share: 0, wrong: 0 },
      { owner: '', customers: 1, complete: 0, share: 1 / 3, wrong: 0 },
      { owner: 'Li', customers: 2, complete: 0, share: 2 / 3, wrong: 2 },
    ])
  })

  it('orders what to fill next by tier, then score, then how much is missing', () => {
    const order = (tiers: string[], scores: unknown[], tierOrder: string[]) =>
      fillOrder(rows, { tiers, scores, tierOrder }).map(({ row }) => row)
    expect(order(['B', 'A', '', 'A', 'C'], [1, 5, 9, 7, 9], ['C', 'B', 'A'])).toEqual([3, 1, 0, 4])
    expect(order([], [], [])).toEqual([4, 3, 0, 1])
    expect(order(['?', '?', '', 'C', ''], ['', 3, '', '', 8], ['C'])).toEqual([3, 4, 1, 0])
  })

  it('asks nothing of anybody where nothing is required', () => {
    const [first] = entryCheck(columns, [rule('email', { required: false, format: 'email' })])
    expect(first).toEqual({ row: 0, share: 1, missing: [], wrong: [{ row: 0, field: 'email', why: 'email' }] })
    expect(entryCheck({}, rules)).toEqual([])
  })

  it('filling a required field never makes a row less complete', () => {
    const fields = ['customer', 'phone', 'source']
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), fc.nat(2), (filled, at) => {
        const given = (isFilled: readonly boolean[]) => ({
          customerId: ['C1'],
          ...Object.fromEntries(fields.map((field, i) => [field, [isFilled[i] ? 'text' : '']])),
        })
        const share = (isFilled: boolean[]) =>
          entryCheck(
            given(isFilled),
            fields.map((f) => rule(f)),
          )[0]?.share ?? 0
        expect(share(filled.map((each, i) => each || i === at))).toBeGreaterThanOrEqual(share(filled))
      }),
    )
  })
})

describe('rules', () => {
  const words = { source: 'Source' }
  const required = (rules: EntryRule[]) => rules.filter((each) => each.required).map(({ field }) => field)

  it('of the default ask who it is, how to reach them and who owns them, and the usual formats', () => {
    expect(required(defaultEntryRules())).toEqual(['customer', 'phone', 'owner'])
    expect(defaultEntryRules()).toContainEqual({ field: 'email', required: false, format: 'email', allowed: [] })
    expect(checkedEntryRules(defaultEntryRules(), {})).toEqual(defaultEntryRules())
  })

  it('of the fuller set ask business condition and competitors too, and keep what was set', () => {
    const list = rule('source', { required: false, format: 'list', allowed: ['Web'] })
    const fuller = checkedEntryRules(fullerEntryRules([rule('customer'), list]), {})
    expect(required(fuller)).toEqual([
      'customer',
      'customerType',
      'industry',
      'source',
      'condition',
      'competitors',
      'verified',
    ])
    expect(fuller).toContainEqual({ ...list, required: true })
  })

  it('of a version come back from the version after and what differed, however the two differ', () => {
    const fields = askedFields().map(({ field }) => field)
    const some = fc.record({
      rules: fc
        .uniqueArray(
          fc.record({
            field: fc.constantFrom(...fields),
            required: fc.boolean(),
            format: fc.constantFrom<EntryFormat>('phone', 'list'),
            allowed: fc.array(fc.constantFrom('x', 'y', 'x\ny'), { maxLength: 2 }),
          }),
          { selector: ({ field }) => field, maxLength: 5 },
        )
        .map((rules) => rules.sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field))),
      strict: fc.boolean(),
    })
    fc.assert(
      fc.property(some, some, (before, after) => {
        expect(wentBack(after, wayBack(after, before))).toEqual(before)
        if (ruleChanges(before.rules, after.rules).length === 0) expect(after.rules).toEqual(before.rules)
      }),
    )
  })

  it('stand in the order of the fields, lists trimmed and without repetitions, idle ones dropped', () => {
    const given = [
      rule('source', { format: 'list', allowed: [' Web', 'Visit', 'Web', ''] }),
      rule('customer', { allowed: ['left over'] }),
      rule('city', { required: false }),
    ]
    expect(checkedEntryRules(given, words)).toEqual([
      rule('customer'),
      rule('source', { format: 'list', allowed: ['Web', 'Visit'] }),
    ])
  })

  it.each<[string, Partial<EntryRule> & { field: string }, string]>([
    ['a field that nobody enters', { field: 'tier' }, 'entryFieldUnknown'],
    ['an unknown format', { field: 'source', format: 'colour' as EntryFormat }, 'entryFieldUnknown'],
    ['an empty list', { field: 'source', format: 'list', allowed: [' '] }, 'entryListBlank'],
    [
      'a long list',
      { field: 'source', format: 'list', allowed: Array.from({ length: 501 }, (_, i) => `v${i}`) },
      'entryListLong',
    ],
    ['a long value', { field: 'source', format: 'list', allowed: ['x'.repeat(101)] }, 'entryValueLong'],
    ['a formula', { field: 'source', format: 'list', allowed: ['=HYPERLINK("x")'] }, 'entryValueFormula'],
    ['a hidden formula', { field: 'source', format: 'list', allowed: ['\u200b＝1'] }, 'entryValueFormula'],
  ])('refuse %s', (_, given, code) => {
    expect(() => checkedEntryRules([rule(given.field, given)], words)).toThrow(expect.objectContaining({ code }))
  })

  it('are asked of no field that programs write', () => {
    const fields = askedFields().map(({ field }) => field)
    for (const field of ['customerId', 'score', 'tier', 'completeness']) expect(fields).not.toContain(field)
  })
})
