/** A page ends with what takes it here: Lambda gives out 6 MB, into which one more of the largest items still fits. */
const ENOUGH_BYTES = 4_000_000

/**
 * Takes what goes into a reply, one after the other, and tells of each whether it is enough with it.
 *
 * Counted are the bytes that it takes in what Lambda gives out, where a reply of JSON is itself a text within JSON.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export function replyFilling(): (value: unknown) => boolean {
  let bytes = 0
  return (value) => {
    bytes += Buffer.byteLength(JSON.stringify(JSON.stringify(value)))
    return bytes >= ENOUGH_BYTES
  }
}
