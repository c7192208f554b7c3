import { type Origin, personName } from './names.ts'
import { random } from './random.ts'

/** Someone on the team. `position` and `skills` point into the word lists of the messages. */
export type StaffMember = {
  id: string
  name: string
  email: string
  position: number
  /** 1 is junior, 3 is key account; a number, for TS_ASSIGN to know the higher. */
  level: 1 | 2 | 3
  skills: number[]
  /** Customers that the person can look after. */
  capacity: number
}

/** Position, level and capacity: a head, two team leads, three key-account managers, four account managers, four in service. */
const TEAM: [position: number, level: 1 | 2 | 3, capacity: number][] = [
  [0, 3, 0],
  [1, 3, 20],
  [1, 2, 30],
  [2, 3, 25],
  [2, 3, 25],
  [2, 3, 30],
  [3, 2, 60],
  [3, 2, 60],
  [3, 2, 70],
  [3, 2, 70],
  [4, 1, 90],
  [4, 1, 90],
  [4, 1, 100],
  [4, 1, 0],
]

/** The 14 people of the sample's team, with different names. */
export function staff(seed: number): StaffMember[] {
  const draw = random(seed, 'staff')
  const taken = new Set<string>()
  return TEAM.map(([position, level, capacity], index) => {
    const origin: Origin = index % 2 === 0 ? 'en' : 'zh'
    let name = personName(origin, draw)
    while (taken.has(name.text) || taken.has(name.latin)) name = personName(origin, draw)
    taken.add(name.text).add(name.latin)
    const skills = [draw.whole(0, 2), draw.whole(3, 5)]
    return {
      id: `S${String(index + 1).padStart(2, '0')}`,
      name: name.text,
      email: `${name.latin}@team.example`,
      position,
      level,
      skills,
      capacity,
    }
  })
}
