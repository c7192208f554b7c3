export type Assignable = {
  /** A higher number is served first. */
  rank: number
  /** Position of the present owner among the staff; undefined without one, or when they have left. */
  current: number | undefined
  /** Every one of these the owner must have. */
  needs: readonly string[]
}

export type StaffMember = {
  /** A higher number is a higher level. */
  level: number
  /** Customers that the person can look after, a whole number. */
  capacity: number
  skills: ReadonlySet<string>
}

/**
 * The owner of each customer, as a position among the staff; undefined where nobody with the skills has room.
 *
 * Present owners keep their customers while they have the skills and room, whatever their level; where they have too
 * many, those of the highest rank stay. Then, from the highest rank down and within a rank in the order of rows, each
 * other customer goes to the highest level with the skills and room, there to the least loaded against capacity, and
 * among equals to the first. One after another: nobody moves on to make room. Run again with its result as the present
 * owners it changes nothing.
 */
export function owners(customers: readonly Assignable[], staff: readonly StaffMember[]): (number | undefined)[] {
  const found: (number | undefined)[] = customers.map(() => undefined)
  const team = staff.map((member, at) => ({ ...member, at, load: 0 }))
  const give = (row: number, owner: Loaded) => {
    found[row] = owner.at
    owner.load += 1
  }
  const ranked = customers.map((customer, row) => ({ ...customer, row })).sort((a, b) => b.rank - a.rank)
  for (const { row, current, needs } of ranked) {
    const owner = current === undefined ? undefined : team[current]
    if (owner && hasRoom(owner) && isAble(owner, needs)) give(row, owner)
  }
  const open = team.filter(hasRoom).sort((a, b) => b.level - a.level)
  for (const { row, needs } of ranked) {
    const owner = found[row] === undefined ? bestOf(open, needs) : undefined
    if (!owner) continue
    give(row, owner)
    if (!hasRoom(owner)) open.splice(open.indexOf(owner), 1)
  }
  return found
}

type Loaded = StaffMember & { at: number; load: number }

function hasRoom({ load, capacity }: Loaded): boolean {
  return load < capacity
}

function isAble({ skills }: Loaded, needs: readonly string[]): boolean {
  return needs.every((need) => skills.has(need))
}

/** Of those able at the highest level, the least loaded against capacity, compared without dividing. */
function bestOf(highestFirst: readonly Loaded[], needs: readonly string[]): Loaded | undefined {
  let best: Loaded | undefined
  for (const member of highestFirst) {
    if (best && member.level < best.level) break
    if (!isAble(member, needs)) continue
    if (!best || member.load * best.capacity < best.load * member.capacity) best = member
  }
  return best
}
