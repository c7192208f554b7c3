import type { PhoneKey } from './phone-key.ts'

/** Whether two numbers can be one: the same digits, and no two different countries. */
export function samePhone(a: PhoneKey, b: PhoneKey): boolean {
  return a.national === b.national && (a.country === b.country || a.country === '' || b.country === '')
}
