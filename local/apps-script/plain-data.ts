/**
 * Says why a value cannot travel by google.script.run, or nothing where it can.
 *
 * Numbers, booleans, strings, null, and arrays and objects of them can. A Date, a function, a Map or a circle makes
 * the real call fail, so it fails here. Works on values of any realm.
 */
export function plainDataError(value: unknown, path = 'it', above: unknown[] = []): string | undefined {
  if (value === null || ['undefined', 'number', 'boolean', 'string'].includes(typeof value)) return undefined
  if (typeof value !== 'object') return `${path} is a ${typeof value}.`
  if (above.includes(value)) return `${path} contains itself.`
  const kind = Object.prototype.toString.call(value).slice(8, -1)
  if (kind !== 'Object' && kind !== 'Array') return `${path} is a ${kind}.`
  for (const [key, part] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`
    const problem = plainDataError(part, place, [...above, value])
    if (problem !== undefined) return problem
  }
  return undefined
}
