import { afterEach, expect, test } from 'vitest'
import { localMessages } from '../../local/messages/messages.ts'
import { sample } from '../../local/sample/sample.ts'
import { runningWorkbench } from './running-workbench.ts'

let road: Awaited<ReturnType<typeof runningWorkbench>> | undefined
afterEach(() => road?.close())

test.each([
  ['en', 'en_US'],
  ['zh-CN', 'zh_CN'],
] as const)('every formula of the sample in %s shows a figure', async (language, locale) => {
  road = await runningWorkbench(async () => ({ ...sample({ language }), locale, timeZone: 'Etc/UTC' }))
  const { tabs, start } = localMessages(language).sample

  const figures = new Map((await road.table(tabs.start)).map(([label, figure]) => [label, figure]))
  expect(figures.get(start.recommend)).toBeGreaterThan(0)
  for (const label of [start.quality, start.attitude, start.speed]) {
    expect(figures.get(label)).toBeGreaterThan(50)
    expect(figures.get(label)).toBeLessThan(95)
  }

  const goals = (await road.table(tabs.goals)).slice(2)
  expect(goals).toHaveLength(5)
  for (const goal of goals) {
    const [baseline, target, actual, , , progress, pace, projected, status] = goal.slice(5)
    expect(actual).toBeGreaterThan(0)
    const done = ((actual as number) - (baseline as number)) / ((target as number) - (baseline as number))
    expect(progress).toBeCloseTo(done, 10)
    expect(typeof pace).toBe('number')
    expect(typeof projected).toBe('number')
    expect(status).toMatch(/\S/)
  }

  expect(await road.table(tabs.rfm)).toHaveLength(601)
  expect(road.errors).toEqual([])
})
