import { companyName, type Origin, personName } from './names.ts'
import { type Random, random } from './random.ts'
import type { StaffMember } from './staff.ts'

/** How a customer's buying goes over the two years. */
export type Habit = 'once' | 'regular' | 'growing' | 'declining' | 'lapsed' | 'returning'

/** A customer before it is put into words; list positions point into the word lists of the messages. */
export type Customer = {
  id: string
  name: string
  email: string
  phone: string
  origin: Origin
  business: boolean
  habit: Habit
  /** Size against others of the same type; about 1, log-normal. */
  size: number
  /** Orders against others with the same habit; about 1, log-normal. */
  pace: number
  /** First day as a customer, serial. */
  since: number
  city: number
  industry: number
  source: number
  need: number
  consent: boolean
  owner: StaffMember
}

/** First and last day, serial. */
export type Period = { first: number; last: number }

const HABITS: Habit[] = ['once', 'regular', 'growing', 'declining', 'lapsed', 'returning']
const HABIT_SHARES = [21, 30, 12, 12, 14, 11]
const CAMPAIGN_DAYS = 12
/** Of those who came with the campaign, most have bought once so far. */
const CAMPAIGN_HABIT_SHARES = [80, 20, 0, 0, 0, 0]

/** So many made-up customers, in order of when they came. */
export function customers(seed: number, period: Period, staff: StaffMember[], count: number): Customer[] {
  const draw = random(seed, 'customers')
  const days = Array.from({ length: count }, () => joined(period, draw)).sort((a, b) => a - b)
  const taken = new Set<string>()
  return days.map((since, index) => {
    const shares = since >= period.last - CAMPAIGN_DAYS ? CAMPAIGN_HABIT_SHARES : HABIT_SHARES
    return customer(index, since, HABITS[draw.weighted(shares)]!, staff, draw, taken)
  })
}

function customer(
  index: number,
  since: number,
  habit: Habit,
  staff: StaffMember[],
  draw: Random,
  taken: Set<string>,
): Customer {
  const origin = draw.chance(0.5) ? 'en' : 'zh'
  const business = draw.chance(0.4)
  const size = Math.exp(0.55 * draw.normal())
  const name = freshName(origin, business, draw, taken)
  return {
    id: `C${String(index + 1).padStart(4, '0')}`,
    name: name.text,
    email: draw.chance(0.95) ? email(name.latin, business, index) : '',
    phone: draw.chance(0.96) ? phone(origin, index) : '',
    origin,
    business,
    habit,
    size,
    pace: Math.exp(0.7 * draw.normal()),
    since,
    city: draw.whole(0, 7),
    industry: draw.chance(0.93) ? draw.whole(0, 9) : -1,
    source: draw.weighted([18, 12, 30, 22, 10, 8]),
    need: draw.weighted([20, 30, 30, 20]),
    consent: draw.chance(0.82),
    owner: ownerOf(business, size, staff, draw),
  }
}

/** A third were customers from the start, a tenth came with a campaign at the end, the rest in between. */
function joined({ first, last }: Period, draw: Random): number {
  const wave = draw.weighted([33, 10, 57])
  if (wave === 0) return first + draw.whole(0, 45)
  if (wave === 1) return last - draw.whole(0, CAMPAIGN_DAYS)
  return first + Math.floor((last - first) * draw.next())
}

function freshName(origin: Origin, business: boolean, draw: Random, taken: Set<string>) {
  for (;;) {
    const name = business ? companyName(origin, draw) : personName(origin, draw)
    if (!taken.has(name.text)) {
      taken.add(name.text)
      return name
    }
  }
}

/** Domains and numbers set aside for examples: nobody can be reached by them. */
function email(latin: string, business: boolean, index: number): string {
  return business ? `office${index + 1}@${latin}.example` : `${latin}${index + 1}@example.com`
}

function phone(origin: Origin, index: number): string {
  const digits = String(index).padStart(3, '0')
  return origin === 'en' ? `07700 900${digits}` : `138 0000 0${digits}`
}

/** Bigger businesses go to the more senior among those who look after customers. */
function ownerOf(business: boolean, size: number, staff: StaffMember[], draw: Random): StaffMember {
  const level = business && size > 1.5 ? 3 : business || size > 1.5 ? 2 : 1
  const owners = staff.filter((member) => member.capacity > 0)
  const fitting = owners.filter((member) => member.level === level)
  return draw.pick(draw.chance(0.85) ? fitting : owners)
}
