import { vi } from 'vitest'

/**
 * No pause is waited for from now on, until mocks are restored.
 *
 * @returns How long each would have been, where chance is always one half.
 */
export function withoutPauses(): (number | undefined)[] {
  const pauses: (number | undefined)[] = []
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms?: number) => {
    pauses.push(ms)
    work()
  }) as never)
  return pauses
}
