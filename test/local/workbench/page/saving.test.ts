import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepSaved } from '../../../../local/workbench/page/saving.ts'

let changed: () => void
let sent: number[]
let running: boolean
let saving: ReturnType<typeof keepSaved>

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', new EventTarget())
  const left = new EventTarget()
  vi.stubGlobal('addEventListener', left.addEventListener.bind(left))
  vi.stubGlobal('removeEventListener', left.removeEventListener.bind(left))
  sent = []
  running = false
  const model = { onChange: (listener: () => void) => (changed = listener), snapshot: () => ({}) }
  const send = (id: number) => sent.push(id) > 0
  saving = keepSaved(
    model as never,
    send,
    () => running,
    () => {},
  )
})
afterEach(() => {
  saving.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a change is sent a second after the last one', () => {
  changed()
  vi.advanceTimersByTime(900)
  changed()
  vi.advanceTimersByTime(900)
  expect(sent).toEqual([])
  vi.advanceTimersByTime(100)
  expect(sent).toEqual([1])
})

test('what a script writes is sent once it has ended, and every ten seconds while it writes on', () => {
  running = true
  changed()
  vi.advanceTimersByTime(5000)
  expect(sent).toEqual([])
  running = false
  vi.advanceTimersByTime(1000)
  expect(sent).toEqual([1])
  running = true
  for (let second = 0; second < 20; second += 2) {
    changed()
    vi.advanceTimersByTime(2000)
  }
  expect(sent).toEqual([1, 2, 3])
})

test('a page that is left sends at once, also while a script runs', () => {
  running = true
  changed()
  saving.flush()
  expect(sent).toEqual([1])
  vi.advanceTimersByTime(20_000)
  expect(sent).toEqual([1])
})
