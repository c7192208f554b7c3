import { bytesOf } from './item-size.ts'

/** DynamoDB takes 4 MB: from here on no further item of up to 400 KB is sure to fit beside what else is written. */
const ENOUGH_BYTES = 3_000_000

/**
 * Stored items in pages of as many as one transaction can change: up to `most`, fewer where they are large.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
export async function* transactionPages<T>(items: AsyncIterable<T>, most: number): AsyncGenerator<T[]> {
  let page: T[] = []
  let bytes = 0
  for await (const item of items) {
    page.push(item)
    bytes += bytesOf(item)
    if (page.length < most && bytes < ENOUGH_BYTES) continue
    yield page
    page = []
    bytes = 0
  }
  if (page.length > 0) yield page
}
