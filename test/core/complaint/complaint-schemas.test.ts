import { safeParse } from 'valibot'
import { describe, expect, test } from 'vitest'
import { complaintSchema } from '../../../core/complaint/complaint.ts'
import { complaintEventSchema } from '../../../core/complaint/complaint-event.ts'
import { complaintFact, complaintFactSchema, factMonths } from '../../../core/complaint/complaint-fact.ts'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import { customer, instant, livedEvents } from './lived-complaint.ts'

const events = livedEvents({ customer: customer('c-1', 'B', 'wang'), wantedOutcome: 'A new one' }, '2025-12-30 09:00', [
  ['2026-01-05 10:00', { action: 'acknowledge' }],
  ['2026-03-02 09:00', { action: 'resolve', rootCause: 'Packing', compensation: 5 }],
  ['2026-04-01 09:00', { action: 'reopen', satisfaction: 2 }],
  ['2026-05-04 09:00', { action: 'resolve' }],
  ['2026-06-01 09:00', { action: 'close', satisfaction: 4 }],
])
const complaint = complaintFromEvents(events)
const [received, acted] = [events[0]!, events[2]!]

const accepts = (schema: Parameters<typeof safeParse>[0], value: unknown) => safeParse(schema, value).success

describe('an event', () => {
  test('is kept as it was made', () => {
    for (const event of events) expect(safeParse(complaintEventSchema, event)).toMatchObject({ output: event })
  })

  test.each([
    ['an action that is none', { ...acted, action: 'delete' }],
    ['no action', { ...acted, action: undefined }],
    ['a version in words', { ...acted, version: 'two' }],
    ['a day without a time', { ...acted, at: '2026-01-05' }],
    ['nobody', { ...acted, by: undefined }],
    ['somebody without a name', { ...acted, by: { sub: 'ada' } }],
    ['a rating above the scale', { ...acted, satisfaction: 6 }],
    ['a rating below the scale', { ...acted, satisfaction: 0 }],
    ['a severity that is none', { ...acted, severity: 'mild' }],
    ['an amount in words', { ...acted, compensation: '5 USD' }],
    ['a clock without its target', { ...acted, resolution: { usedMinutes: 5 } }],
    ['a reception without clocks', { ...received, response: undefined }],
    ['a reception without a customer', { ...received, customer: undefined }],
    ['a reception of an unknown kind', { ...received, kind: 'rumour' }],
    ['a reception without its instant', { ...received, receivedAt: undefined }],
  ])('with %s is refused', (_, event) => {
    expect(accepts(complaintEventSchema, event)).toBe(false)
  })

  test.each([1, 5])('with a rating of %d is taken', (satisfaction) => {
    expect(accepts(complaintEventSchema, { ...acted, satisfaction })).toBe(true)
  })

  test('whose act was in words only needs no clocks', () => {
    const { response, resolution, ...note } = { ...acted, action: 'note' as const, text: 'x' }
    expect(accepts(complaintEventSchema, note)).toBe(true)
  })
})

describe('a complaint', () => {
  test('is kept as its events add up', () => {
    expect(safeParse(complaintSchema, complaint)).toMatchObject({ success: true, output: complaint })
  })

  test.each([
    ['a state that is none', { state: 'lost' }],
    ['a customer without a tier', { customer: { id: 'c-1', name: '', owner: '', segment: '' } }],
    ['a resolution without its verdict', { resolutions: [{ at: complaint.updatedAt, minutes: 5 }] }],
    ['a rating of six', { ratings: [{ at: complaint.updatedAt, score: 6 }] }],
    ['a reopening at no time', { reopenings: ['yesterday'] }],
    ['a compensation without an amount', { compensations: [{ at: complaint.updatedAt }] }],
  ])('with %s is refused', (_, change) => {
    expect(accepts(complaintSchema, { ...complaint, ...change })).toBe(false)
  })
})

describe('the fact of a complaint', () => {
  const fact = complaintFact(complaint)

  test('leaves its words out and keeps all else', () => {
    const { description, wantedOutcome, correctiveAction, updatedAt, customerType, closesAt, contact, ...figures } =
      complaint
    expect(fact).toEqual(figures)
    expect(safeParse(complaintFactSchema, fact)).toMatchObject({ success: true })
    expect(accepts(complaintFactSchema, { ...fact, receivedAt: undefined })).toBe(false)
  })

  test('belongs to every month in which something happened, each once and in order', () => {
    // Response missed in December; 2400 minutes end on Monday 5 January; resolved in March and May.
    expect(fact.resolution.missedAt).toBe(instant('2026-01-05 18:00'))
    expect(factMonths(fact)).toEqual(['2025-12', '2026-01', '2026-03', '2026-04', '2026-05', '2026-06'])
  })

  test.each([
    ['respondedAt', { respondedAt: instant('2027-01-01 00:00') }],
    ['a missed response', { response: { ...fact.response, missedAt: instant('2027-01-01 00:00') } }],
    ['a missed resolution', { resolution: { ...fact.resolution, missedAt: instant('2027-01-01 00:00') } }],
    ['a resolution', { resolutions: [{ at: instant('2027-01-01 00:00'), minutes: 5, onTime: true }] }],
    ['a reopening', { reopenings: [instant('2027-01-01 00:00')] }],
    ['a closing', { closings: [instant('2027-01-01 00:00')] }],
    ['a compensation', { compensations: [{ at: instant('2027-01-01 00:00'), amount: 5 }] }],
    ['a rating', { ratings: [{ at: instant('2027-01-01 00:00'), score: 5 }] }],
  ])('belongs to the month of %s', (_, change) => {
    expect(factMonths({ ...fact, ...change })).toContain('2027-01')
  })

  test('that was only received belongs to one month, of the world’s clock', () => {
    const fresh = complaintFromEvents(livedEvents({ customer: complaint.customer }, '2026-01-31 23:30'))
    expect(factMonths(complaintFact(fresh))).toEqual(['2026-01'])
  })

  test('lists its months in order, whatever came first in it', () => {
    const fresh = complaintFromEvents(livedEvents({ customer: complaint.customer }, '2026-02-01 09:00'))
    const odd = { ...complaintFact(fresh), closings: [instant('2025-01-01 09:00')] }
    expect(factMonths(odd)).toEqual(['2025-01', '2026-02'])
  })
})
