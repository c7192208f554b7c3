/** An item as the document client knows it. One that lies in the table is never changed, only replaced. */
export type Item = Record<string, unknown> & { pk: string; sk: string }

/** What a request's expressions name. */
export type Values = { names: Record<string, string>; values: Record<string, unknown> }

/** What is kept under one name in the table. */
export function placeOf({ pk, sk }: { pk: string; sk: string }): string {
  return `${pk} ${sk}`
}

/** A value of nobody else's, without what is undefined: as if it had gone through a network. */
export function copied<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.filter((each) => each !== undefined).map(copied) as T
  const copy: Record<string, unknown> = {}
  for (const name in value) if (value[name] !== undefined) copy[name] = copied(value[name])
  return copy as T
}
