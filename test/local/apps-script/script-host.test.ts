import { expect, test } from 'vitest'
import { host } from './host.ts'

test('a function is called with its arguments and its result comes back', async () => {
  const script = await host('function sum(a, b) { return { sum: a.x + b[0] } }')
  expect(await script.run('sum', { x: 2 }, [3])).toEqual({ sum: 5 })
})
