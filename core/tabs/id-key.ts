/** A customer's id as it is compared: case, spaces and full width do not count. */
export function idKey(id: string): string {
  return id.normalize('NFKC').toUpperCase().replace(/\s+/g, '')
}
