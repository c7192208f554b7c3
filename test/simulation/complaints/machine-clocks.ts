import type { Chance } from '../chance.ts'

/** How far a machine's clock may be off. */
export const MOST_OFF_MS = 60_000

/** `right`; each machine's `apart` from the others'; or `stepping` forth and back while work is under way. */
type Kind = 'right' | 'apart' | 'stepping'

export type Clocks = {
  /** How far the clock of a machine is ahead of the right time, when it is looked at now. */
  ahead(machine: number): number
}

export function clocksOf(chance: Chance, kind: Kind): Clocks {
  const offs = new Map<number, number>()
  const drawn = () => chance.pick([-MOST_OFF_MS, 0, MOST_OFF_MS, chance.below(2 * MOST_OFF_MS) - MOST_OFF_MS])
  return {
    ahead(machine) {
      if (kind === 'right') return 0
      const known = offs.get(machine)
      if (known !== undefined && !(kind === 'stepping' && chance.happens(0.2))) return known
      const off = drawn()
      offs.set(machine, off)
      return off
    },
  }
}
