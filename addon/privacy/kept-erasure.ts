import type { Person } from './person.ts'

/** An erasure that is not done yet: who is erased, and how far it is. */
export type Erasure = Person & {
  /** What names them in rows that stay. */
  alias: string
  withOrders: boolean
  /** How many steps are done. */
  done: number
}

const property = 'ERASURE'

/** The erasure that was begun and is not done yet. */
export function keptErasure(): Erasure | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(property)
  return text ? (JSON.parse(text) as Erasure) : undefined
}

export function keepErasure(erasure: Erasure): Erasure {
  PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify(erasure))
  return erasure
}

/** Nothing of who was erased stays. */
export function dropErasure(): void {
  PropertiesService.getDocumentProperties().deleteProperty(property)
}
