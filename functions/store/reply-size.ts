/** A page ends with what takes it here: Lambda gives out 6 MB, into which one more of the largest items still fits. */
export const ENOUGH_REPLY_BYTES = 4_000_000

/**
 * The bytes that a value takes in what Lambda gives out, where a reply of JSON is itself a text within JSON.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export function replyBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(value)))
}
