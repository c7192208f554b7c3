/** What the program under simulation is given for its timers and its chance; swapped with every world. */
export type Surroundings = {
  setTimeout(work: () => void, ms: number): void
  random(): number
  getRandomValues<T extends Uint8Array>(into: T): T
}

/** `program.ts` builds the program so that it looks here. */
export function surround(surroundings: Surroundings): void {
  ;(globalThis as unknown as { simulated: Surroundings }).simulated = surroundings
}
