import { expect, test } from 'vitest'
import { sdkError } from './faults.ts'
import { scheduled } from './scheduled.ts'

test('a scheduled function that DynamoDB fails says so, and a mistake of its own ends the simulation', async () => {
  const failed = await scheduled(() => Promise.reject(sdkError('TimeoutError')))
  expect(await failed.json()).toEqual({ failures: ['TimeoutError'] })
  await expect(scheduled(() => Promise.reject(new TypeError('own')))).rejects.toThrow('own')
})
