/**
 * An object of Apps Script of which only `members` are emulated: to read any other member throws
 * `Workbench: Sheet.foo is not emulated`, so that a gap is seen where it is, not as a wrong figure later.
 */
export function emulated<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol') return Reflect.get(target, key, receiver)
      // JSON.stringify and await look for these on everything.
      if (key === 'toJSON' || key === 'then') return undefined
      throw new Error(`Workbench: ${name}.${key} is not emulated`)
    },
  })
}

/** An enumeration of Apps Script, its values being their own names. */
export function enumeration<K extends string>(name: string, keys: readonly K[]): { [P in K]: P } {
  return emulated(name, Object.fromEntries(keys.map((key) => [key, key]))) as { [P in K]: P }
}
