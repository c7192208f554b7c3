import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { growth } from './growth.ts'

const allowed = { mb: 4, share: 0.05 }
const hour = (mb: (minute: number) => number) =>
  Array.from({ length: 60 }, (_, minute) => ({ seconds: minute * 60, mb: mb(minute) }))

test.each([
  ['what is taken while it warms up', (minute: number) => 60 + 20 * (1 - Math.exp(-minute / 5)), false],
  ['saw teeth', (minute: number) => 60 + (minute % 7), false],
  ['one sample that is off', (minute: number) => (minute === 59 ? 200 : 60), false],
  ['more and more work at a time', (minute: number) => 60 + ((minute * 7) % 3) * (minute / 10), false],
  ['a leak of 12 MB an hour', (minute: number) => 60 + minute / 5, true],
  ['a leak under saw teeth', (minute: number) => 60 + minute / 4 + (minute % 7), true],
  ['less and less', (minute: number) => 90 - minute / 2, false],
])('memory that shows %s', (_, mb, grew) => {
  expect(growth(hour(mb), allowed)).toMatchObject({ samples: 60, grew })
})

test('too few samples say nothing', () => {
  expect(growth([], allowed).grew).toBe(false)
  expect(growth([{ seconds: 1, mb: 60 }], allowed)).toMatchObject({ mbPerHour: 0, grew: false })
})

test('a leak, a lost answer and one that is there twice fail a run', { timeout: 120_000 }, async () => {
  const options = ['--minutes', '0.05', '--every', '0.1', '--plant', 'leak,lost,doubled']
  const run = promisify(execFile)(process.execPath, ['test/soak/run.mjs', ...options])
  const { code, stdout } = await run.then(
    ({ stdout }) => ({ code: 0, stdout }),
    (failed: { code: number; stdout: string }) => failed,
  )
  expect(code).toBe(1)
  const verdict = JSON.parse(stdout)
  expect(verdict).toMatchObject({ verdict: 'failed', answers: { lost: 1, doubled: 1 }, heap: { grew: true } })
  expect(verdict).toMatchObject({ complaints: { lost: 0, doubled: 0 }, acts: { lost: 0, doubled: 0 }, problems: [] })
})
