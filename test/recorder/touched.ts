/** A key that an operation names, wherever it does; '' where it names no sort key. */
export type Named = { pk: string; sk: string; workspaceId?: string }

const CORNER = /^(?:W#[\w-]|P#[\w:.@|-]|[CE]#[\w-]{43}$|DUE#|WS$|AUDIT)/
/** What lies in the index of what is due: `dueAt#ws#...`. */
const DUE_AT = /^\d{4}-\d\d-\d\dT[^#]*#([\w-]+)#/

/**
 * Every text of a request to DynamoDB that could be a key, whatever part of it says so: of an expression, a page's start,
 * an index's entry. What people wrote is no key because nobody writes like this.
 *
 * @param request As the SDK puts it on the wire, or with plain values.
 */
export function namedKeys(request: unknown): Named[] {
  const found: Named[] = []
  walk(request, found)
  return found
}

function walk(node: unknown, found: Named[]): void {
  if (typeof node === 'string') {
    if (CORNER.test(node)) found.push({ pk: node, sk: '' })
    const due = DUE_AT.exec(node)
    if (due) found.push({ pk: `W#${due[1]}`, sk: '' })
    return
  }
  if (typeof node !== 'object' || node === null) return
  const { pk, sk, ...others } = node as Record<string, unknown>
  if (pk === undefined) {
    for (const each of Object.values(node)) walk(each, found)
    return
  }
  const workspaceId = others.workspaceId === undefined ? {} : { workspaceId: textOf(others.workspaceId) }
  found.push({ pk: textOf(pk), sk: textOf(sk), ...workspaceId })
  for (const name in others) walk(others[name], found)
}

/** A value plain or as on the wire. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : String((value as { S?: unknown } | undefined)?.S ?? '')
}
