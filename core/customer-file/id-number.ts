/** An id as a number where it is written as numbers are: `17850`, not `017850`. */
export function idNumber(id: string): string | number {
  return /^-?\d/.test(id) && String(Number(id)) === id ? Number(id) : id
}
