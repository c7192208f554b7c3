/** What stands between addresses, or before one. */
const BETWEEN = /[\s<>;,、:()"']+/
/** No address is longer; what is would be looked through for very long. */
const LONGEST = 320

/**
 * An e-mail address as it is compared: without case, full width, outer spaces, `mailto:` or a name before it as in
 * `Li <li@example.com>`. Of several addresses in one cell the first counts.
 *
 * @returns undefined where the text holds no address.
 */
export function emailKey(text: string): string | undefined {
  const parts = text.normalize('NFKC').toLowerCase().split(BETWEEN)
  for (const part of parts) {
    const found = part.length > LONGEST ? null : /.+@[^@]+\.[^@]+/.exec(part)
    if (found) return found[0].replace(/\.+$/, '')
  }
  return undefined
}
