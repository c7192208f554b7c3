import type { Customer, Habit, Period } from './customers.ts'
import { type Random, random } from './random.ts'

const A_CUSTOMER = 1200 / 600

/** One customer's answer on one day: NPS 0 to 10, the three satisfaction dimensions 1 to 5. */
export type SurveyAnswer = {
  customer: Customer
  day: number
  channel: number
  nps: number
  quality: number
  attitude: number
  speed: number
  /** Position in the word list of praise, of mixed words or of blame, or none. */
  comment: { mood: 'praise' | 'mixed' | 'blame'; index: number } | undefined
}

/** How content customers of each habit are, in standard deviations from the mean. */
const CONTENT: Record<Habit, number> = {
  once: -0.2,
  regular: 0.45,
  growing: 0.8,
  declining: -0.7,
  lapsed: -0.6,
  returning: 0.1,
}

/** 1,200 answers where there are 600 customers, at most one a customer and day. Loyal and bigger customers are more content. */
export function surveyAnswers(seed: number, period: Period, customers: Customer[]): SurveyAnswer[] {
  const draw = random(seed, 'survey answers')
  const taken = new Set<string>()
  const answers: SurveyAnswer[] = []
  const weights = customers.map(({ habit, pace }) => (habit === 'once' ? 0.5 : 0.6 + Math.min(pace, 3)))
  while (answers.length < Math.round(A_CUSTOMER * customers.length)) {
    const customer = customers[draw.weighted(weights)]!
    const day = customer.since + draw.whole(0, period.last - customer.since)
    const key = `${customer.id} ${day}`
    if (taken.has(key)) continue
    taken.add(key)
    answers.push(answer(customer, day, draw))
  }
  return answers.sort((a, b) => a.day - b.day || (a.customer.id < b.customer.id ? -1 : 1))
}

function answer(customer: Customer, day: number, draw: Random): SurveyAnswer {
  const mood = CONTENT[customer.habit] + 0.45 * Math.log(customer.pace) + 0.5 * Math.log(customer.size)
  const felt = mood + 0.6 * draw.normal()
  const nps = held(7.9 + 1.7 * felt, 0, 10)
  return {
    customer,
    day,
    channel: draw.weighted([40, 25, 25, 10]),
    nps,
    quality: held(4.1 + 0.65 * felt + 0.5 * draw.normal(), 1, 5),
    attitude: held(4.2 + 0.5 * felt + 0.6 * draw.normal(), 1, 5),
    speed: held(3.6 + 0.7 * felt + 0.7 * draw.normal(), 1, 5),
    comment: draw.chance(0.35)
      ? { mood: nps >= 9 ? 'praise' : nps >= 7 ? 'mixed' : 'blame', index: draw.whole(0, 5) }
      : undefined,
  }
}

function held(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, Math.round(value)))
}
