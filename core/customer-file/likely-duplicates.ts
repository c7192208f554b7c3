import { idKey } from '../tabs/id-key.ts'
import { alikeNames } from './alike-names.ts'
import { type DuplicateGroup, type DuplicatePair, type DuplicateReason, duplicateGroups } from './duplicate-groups.ts'
import { emailKey } from './email-key.ts'
import { type FoldedName, foldedName } from './folded-name.ts'
import { formDifference } from './form-difference.ts'
import { type PhoneKey, phoneKey } from './phone-key.ts'
import { samePhone } from './same-phone.ts'

export type DuplicateCustomer = { id: string; name: string; email: string; phone: string }

/** What so many customers share that it is no sign: a switchboard, a placeholder. */
export type SharedValue = { kind: 'email' | 'phone' | 'name'; value: string; customers: number }

/** A value that more customers than this have in common says nothing. */
const MOST_SHARING = 10
/** How alike names must be where everything else speaks against it. */
const SURE_LIKENESS = 0.95
/** How alike names are at most that differ in their company forms: a group is often not the company of its name. */
const MOST_LIKENESS = { form: 0.98, group: 0.9 }

/**
 * Groups of customers that are likely one: the same e-mail, phone or id but for its writing, or names that are alike.
 *
 * Names alone do not count where both have a phone or an e-mail and all that both have differ, unless one is a
 * company's and they are nearly the same: there are many people called Wang Wei. Names that differ in their company
 * forms alone are a little less alike, and a good deal less where one is a group's. Groups are the surest first.
 *
 * @param apart Whether a person said of two ids that they are two customers.
 */
export function likelyDuplicates(
  customers: readonly DuplicateCustomer[],
  apart: (a: string, b: string) => boolean,
): { groups: DuplicateGroup[]; shared: SharedValue[] } {
  const keys = customers.map(keysOf)
  const pairs = new Map<string, DuplicatePair>()
  const shared: SharedValue[] = []
  const add = (a: number, b: number, reason: DuplicateReason) => {
    if (apart((customers[a] as DuplicateCustomer).id, (customers[b] as DuplicateCustomer).id)) return
    const [low, high] = a < b ? [a, b] : [b, a]
    const pair = pairs.get(`${low} ${high}`) ?? { a: low, b: high, reasons: [] }
    pair.reasons.push(reason)
    pairs.set(`${low} ${high}`, pair)
  }
  for (const kind of ['id', 'email', 'phone'] as const) {
    for (const [value, all] of grouped(keys, (key) => (kind === 'phone' ? key.phone?.national : key[kind]))) {
      const isShared = all.length > MOST_SHARING && kind !== 'id'
      if (isShared) shared.push({ kind: kind as 'email' | 'phone', value, customers: all.length })
      else eachPair(all, (a, b) => (kind !== 'phone' || phonesMeet(keys[a], keys[b])) && add(a, b, { kind }))
    }
  }
  const names = [...grouped(keys, (key) => key.name.text)]
  const pairOfNames = (a: number, b: number, folded: number) => {
    const [one, other] = [keys[a] as Signs, keys[b] as Signs]
    const but = formDifference(one.name, other.name)
    const likeness = but ? Math.min(folded, MOST_LIKENESS[but]) : folded
    if (isLikely(one, other, likeness)) add(a, b, { kind: 'name', likeness, ...(but && { but }) })
  }
  for (const [value, all] of names) {
    if (all.length > MOST_SHARING) shared.push({ kind: 'name', value, customers: all.length })
    else eachPair(all, (a, b) => pairOfNames(a, b, 1))
  }
  for (const { a, b, likeness } of alikeNames(names.map(([text]) => text))) {
    const [these, those] = [names[a]?.[1] ?? [], names[b]?.[1] ?? []]
    if (these.length > MOST_SHARING || those.length > MOST_SHARING) continue
    for (const one of these) for (const other of those) pairOfNames(one, other, likeness)
  }
  return { groups: duplicateGroups([...pairs.values()]), shared: shared.sort((x, y) => y.customers - x.customers) }
}

type Signs = { id: string | undefined; email: string | undefined; phone: PhoneKey | undefined; name: FoldedName }

function keysOf({ id, name, email, phone }: DuplicateCustomer): Signs {
  return {
    id: idKey(id) || undefined,
    email: emailKey(email),
    phone: phoneKey(phone),
    name: foldedName(name),
  }
}

function grouped(keys: readonly Signs[], signOf: (key: Signs) => string | undefined): Map<string, number[]> {
  const found = new Map<string, number[]>()
  keys.forEach((key, at) => {
    const value = signOf(key)
    if (!value) return
    const list = found.get(value)
    if (list) list.push(at)
    else found.set(value, [at])
  })
  return found
}

function eachPair(all: readonly number[], visit: (a: number, b: number) => void): void {
  all.forEach((b, at) => {
    for (const a of all.slice(0, at)) visit(a, b)
  })
}

function phonesMeet(a: Signs | undefined, b: Signs | undefined): boolean {
  return a?.phone !== undefined && b?.phone !== undefined && samePhone(a.phone, b.phone)
}

function isLikely(a: Signs, b: Signs, likeness: number): boolean {
  const both = [
    ...(a.email !== undefined && b.email !== undefined ? [a.email === b.email] : []),
    ...(a.phone !== undefined && b.phone !== undefined ? [samePhone(a.phone, b.phone)] : []),
  ]
  const isContradicted = both.length > 0 && both.every((same) => !same)
  return !isContradicted || ((a.name.company || b.name.company) && likeness >= SURE_LIKENESS)
}
