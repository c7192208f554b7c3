import { InputError } from '../../core/input-error.ts'

/** DynamoDB takes no larger item. */
const MOST_BYTES = 400 * 1024
/** What people's texts may take of one: the rest is for what is later told of it, such as its state or a tier. */
const MOST_TEXT_BYTES = 390_000

/** @throws InputError `tooMuchText` for something that people wrote which would leave an item no room for anything else. */
export function refuseTooMuchText(written: unknown): void {
  refuseOver(written, MOST_TEXT_BYTES)
}

/** @throws InputError `tooMuchText` for an item that DynamoDB would not take. */
export function refuseTooLarge(item: unknown): void {
  refuseOver(item, MOST_BYTES)
}

function refuseOver(value: unknown, most: number): void {
  const bytes = bytesOf(value)
  if (bytes > most) {
    throw new InputError('tooMuchText', { kilobytes: Math.ceil(bytes / 1000), most: MOST_TEXT_BYTES / 1000 })
  }
}

/**
 * The bytes that a value takes, by DynamoDB's rules: texts and names in UTF-8, a number as if it had all its digits,
 * 3 for a list or map and 1 for each of its entries.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number') return 21
  if (typeof value !== 'object' || value === null) return 1
  let bytes = 3
  for (const [name, each] of Object.entries(value)) {
    if (each !== undefined) bytes += 1 + (Array.isArray(value) ? 0 : Buffer.byteLength(name)) + bytesOf(each)
  }
  return bytes
}
