import type { Standard } from '../../core/standard/standard.ts'
import { currentStandard, keptStandards } from '../standard/current-standards.ts'

/** A standard as the forms choose it, with the tiers of the version that the next run applies, lowest first. */
export type KnownStandard = { name: string; version: number; tierOrder: string[] }

/** Every standard of this document, the first applied first. */
export function knownStandards(): KnownStandard[] {
  return keptStandards().map(({ current }) => known(current))
}

/** @throws InputError `standardUnknown` */
export function knownStandard(name: string): KnownStandard {
  return known(currentStandard(name))
}

function known({ name, version, tiers }: Standard): KnownStandard {
  return { name, version, tierOrder: tiers.map(({ label }) => label) }
}
