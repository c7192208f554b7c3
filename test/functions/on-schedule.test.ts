import { expect, test, vi } from 'vitest'
import { onSchedule } from '../../functions/on-schedule.ts'

test('what fails a scheduled function is logged by name and place, in no word of its own', async () => {
  const lines: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  const work = () => Promise.reject(new TypeError('Ann wrote:\n    at once, ann@example.com'))
  const failed = onSchedule('tiersheet-audit', work)
  await expect(failed).rejects.toThrow('tiersheet-audit failed: its line of log says where.')
  spy.mockRestore()
  expect(lines).toHaveLength(1)
  const line = JSON.parse(lines[0]!)
  expect(line).toMatchObject({ level: 'ERROR', service: 'tiersheet-audit', failure: { name: 'TypeError' } })
  expect(line.failure.at).toMatch(/on-schedule\.test\.ts/)
  expect(lines[0]).not.toMatch(/Ann|ann@/)
})

test('what it brings comes through', async () => {
  expect(await onSchedule('tiersheet-audit', () => Promise.resolve(7))).toBe(7)
})
