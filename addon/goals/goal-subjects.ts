import type { SubjectKind } from '../../core/goals/goal-draft.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { findTab, type tabFinder } from '../sheet/tabs/bound-tab.ts'
import { knownStandards } from '../tiering/known-standards.ts'

/** Whom goals can be for, by kind: owners and staff, positions, tiers and segments. Customers are looked up, not listed. */
export type GoalSubjects = Record<Exclude<SubjectKind, 'customer'>, string[]>

/** The staff of each position. */
export type Teams = ReadonlyMap<string, readonly string[]>

/** @returns Names in text order, tiers highest first; and who is in which team. */
export function goalSubjects(find: ReturnType<typeof tabFinder>): { subjects: GoalSubjects; teams: Teams } {
  const staff = findTab('staff', find)
  const teams = staff ? teamsOf(staff) : new Map<string, string[]>()
  const customers = findTab('customers', find)
  const { text } = rowReader(customers ?? { at: {} })
  const named = (field: string) => sorted(customers?.rows.map((row) => text(row, field)) ?? [])
  const known = knownStandards()[0]?.tierOrder ?? []
  const tiers = named('tier')
  const ordered = [...known].reverse().filter((tier) => tiers.includes(tier))
  return {
    subjects: {
      person: sorted([
        ...named('owner'),
        ...(staff ? staff.rows.map((row) => rowReader(staff).text(row, 'name')) : []),
      ]),
      team: sorted([...teams.keys()]),
      tier: [...ordered, ...tiers.filter((tier) => !ordered.includes(tier))],
      segment: named('segment'),
    },
    teams,
  }
}

function teamsOf(
  staff: Parameters<typeof rowReader>[0] & { rows: Parameters<ReturnType<typeof rowReader>['text']>[0][] },
) {
  const { text } = rowReader(staff)
  const teams = new Map<string, string[]>()
  for (const row of staff.rows) {
    const [name, position] = [text(row, 'name'), text(row, 'position')]
    if (name && position) teams.set(position, [...(teams.get(position) ?? []), name])
  }
  return teams
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== '').sort((a, b) => (a < b ? -1 : 1))
}
