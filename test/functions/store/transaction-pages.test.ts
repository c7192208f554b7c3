import { expect, test } from 'vitest'
import { bytesOf } from '../../../functions/store/item-size.ts'
import { transactionPages } from '../../../functions/store/transaction-pages.ts'

async function pagesOf(items: object[], most: number): Promise<number[]> {
  async function* stored() {
    yield* items
  }
  const pages: object[][] = []
  for await (const page of transactionPages(stored(), most)) pages.push(page)
  expect(pages.flat()).toEqual(items)
  return pages.map(({ length }) => length)
}

/** Items of so many bytes, each. */
const items = (count: number, bytes: number) => {
  const bare = bytesOf({ id: 0, text: '' })
  return Array.from({ length: count }, () => ({ id: 0, text: 'x'.repeat(bytes - bare) }))
}

test('small items come as many at once as asked, and what is left at the end', async () => {
  expect(await pagesOf(items(7, 100), 3)).toEqual([3, 3, 1])
  expect(await pagesOf(items(6, 100), 3)).toEqual([3, 3])
  expect(await pagesOf([], 3)).toEqual([])
})

test('large ones end a page with the one that brings it to 3 MB, and the next begins to count anew', async () => {
  expect(await pagesOf(items(20, 300_000), 33)).toEqual([10, 10])
  expect(await pagesOf(items(20, 299_999), 33)).toEqual([11, 9])
  expect(await pagesOf(items(12, 1_500_000), 33)).toEqual([2, 2, 2, 2, 2, 2])
})
