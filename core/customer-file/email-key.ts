/**
 * An e-mail address as it is compared: without case, full width, outer spaces, `mailto:` or a name before it as in
 * `Li <li@example.com>`. Of several addresses in one cell the first counts.
 *
 * @returns undefined where the text holds no address.
 */
export function emailKey(text: string): string | undefined {
  const found = /[^\s<>;,、:()"']+@[^\s<>;,、:()"'@]+\.[^\s<>;,、:()"'@]+/.exec(text.normalize('NFKC').toLowerCase())
  return found?.[0].replace(/\.+$/, '')
}
