/**
 * An object of Apps Script of which only `members` are emulated: to read any other member throws
 * `Workbench: Sheet.foo is not emulated`, so that a gap is seen where it is, not as a wrong figure later.
 */
export function emulated<T extends object>(name: string, members: T): T {
  return new Proxy(members, { get: (target, key, receiver) => member(name, target, key, receiver) })
}

/**
 * As `emulated`, where all but the first of the members are made once one of them is asked for: scripts make thousands
 * of ranges, and call one or two methods of each.
 */
export function emulatedInParts<T extends object>(name: string, first: T, ...others: (() => object)[]): T {
  let made = 0
  const make = (isEnough: () => boolean) => {
    while (made < others.length && !isEnough()) Object.assign(first, others[made++]?.())
  }
  return new Proxy(first, {
    get(target, key, receiver) {
      if (!isAskedOfAll(key)) make(() => key in target)
      return member(name, target, key, receiver)
    },
    has(target, key) {
      make(() => key in target)
      return key in target
    },
    ownKeys(target) {
      make(() => false)
      return Reflect.ownKeys(target)
    },
  })
}

function member(name: string, target: object, key: string | symbol, receiver: unknown): unknown {
  if (key in target) return Reflect.get(target, key, receiver)
  if (isAskedOfAll(key)) return undefined
  throw new Error(`Workbench: ${name}.${String(key)} is not emulated`)
}

/** JSON.stringify, await and the language itself look for these on everything. */
function isAskedOfAll(key: string | symbol): boolean {
  return typeof key === 'symbol' || key === 'toJSON' || key === 'then'
}

/** An enumeration of Apps Script, its values being their own names. */
export function enumeration<K extends string>(name: string, keys: readonly K[]): { [P in K]: P } {
  return emulated(name, Object.fromEntries(keys.map((key) => [key, key]))) as { [P in K]: P }
}
