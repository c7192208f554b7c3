import { InputError } from '../../../core/input-error.ts'
import { owners, type StaffMember } from '../../../core/people/owners.ts'
import { isTierHeading } from '../../../core/people/tier-headings.ts'
import { tierRanks } from '../../../core/people/tier-ranks.ts'
import { positions } from '../../../core/positions.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, type Cell, isGiven, type Result } from '../reading/cell.ts'
import { idColumn, numberColumn } from '../reading/column.ts'
import { labelList } from '../reading/lists.ts'
import { wholeFrom } from '../reading/number-checks.ts'
import { readRows } from '../reading/rows.ts'
import { besideRows } from '../results.ts'

type Name = string | number

/**
 * Gives each customer an owner: the highest tiers to the highest level with the skills and room, there to the least loaded.
 *
 * Example: =TS_ASSIGN(A2:A, C2:C, Staff!A2:A, Staff!D2:D, Staff!F2:F, G2:G)
 *
 * @param {range} customers Column with each customer, once.
 * @param {range} tiers Column with the tier of each customer; customers without a tier come last.
 * @param {range} staff Column with each member of staff.
 * @param {range} levels Column with the level of each, a number; a higher number is a higher level.
 * @param {range} capacities Column with how many customers each can look after.
 * @param {range} current [optional] Column with the present owner of each customer, who stays while on the staff with the skills and room, whatever the level. Leave blank to assign afresh.
 * @param {range} tier_order [optional] The tiers, lowest first. If left out A is above B, and 2 above 1.
 * @param {range} needs [optional] Column with the skills that each customer needs, several with commas between.
 * @param {range} skills [optional] Column with the skills of each member of staff, several with commas between; needed with needs.
 * @return The owner beside each customer, or Unassigned where nobody with the skills has room.
 * @customfunction
 */
export function TS_ASSIGN(
  customers: Argument,
  tiers: Argument,
  staff: Argument,
  levels: Argument,
  capacities: Argument,
  current?: Argument,
  tier_order?: Argument,
  needs?: Argument,
  skills?: Argument,
): Result {
  return inCell('TS_ASSIGN', ({ messages }) => {
    if (isGiven(needs) && !isGiven(skills)) throw new InputError('argumentMissing', { argument: 'skills' })
    const order = labelList('tier_order', tier_order)
    const rows = readCustomers(customers, tiers, current, needs, order)
    const { values, heading } = rows
    const team = readStaff(staff, levels, capacities, skills)
    positions(values.customers, 'customers', heading + 1)
    const ranks = tierRanks(values.tiers, order, heading + 1)
    const filled = values.customers.flatMap((customer, row) => (customer === undefined ? [] : [row]))
    const found = owners(
      filled.map((row) => ({
        rank: ranks[row] as number,
        current: team.placeOf.get(`${values.current?.[row] ?? ''}`),
        needs: skillList(values.needs?.[row]),
      })),
      team.members,
    )
    const names = found.map((at) => (at === undefined ? messages.formulas.unassigned : team.members[at]?.name))
    const ownerOf = new Map(filled.map((row, i) => [row, names[i]]))
    return besideRows(rows, [messages.formulas.owner], (row) => [ownerOf.get(row)])
  })
}

function readCustomers(
  customers: Argument,
  tiers: Argument,
  current: Argument,
  needs: Argument,
  order: readonly Name[] | undefined,
) {
  const isTier = (cell: Cell) => order?.some((tier) => `${tier}` === `${cell}`)
  const isHeading = (cell: Cell) => typeof cell === 'string' && !isTier(cell) && isTierHeading(cell)
  const columns = {
    customers: idColumn('customers', customers),
    tiers: { ...idColumn('tiers', tiers), isHeading },
    current: isGiven(current) ? idColumn('current', current) : undefined,
    needs: isGiven(needs) ? idColumn('needs', needs) : undefined,
  }
  return readRows(columns, { mayBeBlank: ['tiers', 'current', 'needs'] })
}

function readStaff(staff: Argument, levels: Argument, capacities: Argument, skills: Argument) {
  const columns = {
    staff: idColumn('staff', staff),
    levels: numberColumn('levels', levels),
    capacities: numberColumn('capacities', capacities, wholeFrom(0)),
    skills: isGiven(skills) ? idColumn('skills', skills) : undefined,
  }
  const { values, heading } = readRows(columns, { mayBeBlank: ['skills'] })
  positions(values.staff, 'staff', heading + 1)
  const members: (StaffMember & { name: Name })[] = []
  const placeOf = new Map<string, number>()
  values.staff.forEach((name, i) => {
    if (name === undefined) return
    placeOf.set(`${name}`, members.length)
    const [level, capacity] = [values.levels[i] as number, values.capacities[i] as number]
    members.push({ name, level, capacity, skills: new Set(skillList(values.skills?.[i])) })
  })
  return { members, placeOf }
}

/** Skills in a cell: commas, semicolons, 、 and line breaks between them, spaces and case set aside. */
function skillList(cell: Name | undefined): string[] {
  return `${cell ?? ''}`
    .split(/[,;，；、\n]/)
    .map((skill) => skill.trim().toLowerCase())
    .filter((skill) => skill !== '')
}
