import { tabFinder } from '../sheet/tabs/bound-tab.ts'
import { callApi } from '../workspace/api.ts'
import { connection } from '../workspace/connection.ts'
import { person } from './person.ts'
import { type PersonTab, personTabKinds, personTabs, type RowFate, rowsElsewhere, rowsOfPerson } from './person-tabs.ts'

type Kept = { isMirrored: boolean; answers: number; links: number; complaints: number }

export type StoredOfPerson = {
  id: string
  name: string
  /** Under each of these ids the backend may hold something. */
  ids: string[]
  /** Null where the spreadsheet has no workspace. */
  backend: Kept | null
  /** `isChoice`: they are removed too where the person who erases wants that. */
  tabs: { tab: string; rows: number; fate: RowFate; isChoice: boolean }[]
}

/** How much is stored about a customer, in the backend and in tabs. @throws InputError `missingTab`, `customerGone` */
export function storedOfPerson(id: string): StoredOfPerson {
  const { name, ids, called } = person(id)
  const find = tabFinder()
  const own = personTabKinds.flatMap((kind: PersonTab) => {
    const found = rowsOfPerson(kind, { ids, called }, find)
    return found && found.rows.length > 0
      ? [{ ...found, fate: personTabs[kind], isChoice: kind === 'orders' || kind === 'opportunities' }]
      : []
  })
  const others = rowsElsewhere({ called }, find).map((found) => ({ ...found, fate: 'left' as const, isChoice: false }))
  const tabs = [...own, ...others].map(({ tab, rows, ...about }) => ({ tab: tab.name, rows: rows.length, ...about }))
  return { id, name, ids, backend: keptOf(ids), tabs }
}

/** @throws Refusal where the person at work is no administrator. */
export function keptOf(ids: readonly string[]): Kept | null {
  const connected = connection()
  if (!connected) return null
  const path = `/v1/workspaces/${connected.workspaceId}/customers/stored`
  const all = ids.map((customerId) => callApi<Kept>({ method: 'post', path, body: { customerId } }))
  const sum = (of: (kept: Kept) => number) => all.reduce((total, kept) => total + of(kept), 0)
  return {
    isMirrored: all.some(({ isMirrored }) => isMirrored),
    ...{ answers: sum(({ answers }) => answers), links: sum(({ links }) => links) },
    complaints: sum(({ complaints }) => complaints),
  }
}
