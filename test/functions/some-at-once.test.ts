import { expect, test } from 'vitest'
import { someAtOnce } from '../../functions/store/some-at-once.ts'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

test('every thing is done once, and never more at once than allowed', async () => {
  const done: number[] = []
  let now = 0
  let most = 0
  await someAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async (thing) => {
    most = Math.max(most, ++now)
    await turn()
    now--
    done.push(thing)
  })
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(most).toBe(3)
})

test('what is under way when one fails is waited for, what was not begun is left, and the failure is told', async () => {
  const done: number[] = []
  const failing = someAtOnce([1, 2, 3, 4, 5], 2, async (thing) => {
    if (thing === 1) throw new Error('one')
    await turn()
    done.push(thing)
  })
  await expect(failing).rejects.toThrow('one')
  expect(done).toEqual([2])
})
