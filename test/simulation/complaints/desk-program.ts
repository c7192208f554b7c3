import { builtProgram, type Plant } from '../program.ts'
import type * as entry from './desk-entry.ts'

export type DeskProgram = typeof entry

/** The desk's own code, as built for a simulation. @throws Error unless the text of each bug is found exactly once. */
export function builtDesk(name: string, plants: Plant[] = []): Promise<DeskProgram> {
  return builtProgram<DeskProgram>(`desk-${name}`, plants, 'test/simulation/complaints/desk-entry.ts')
}
