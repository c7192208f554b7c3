import { firstStandard, sealedStandards } from '../standard/sealed-standards.ts'

/** The latest version of the standard whose tiers stand in the column Tier. */
export function appliedStandard(): { name: string; version: number } | undefined {
  const first = firstStandard()
  const last = sealedStandards()
    .filter(({ standard }) => standard.name === first)
    .pop()?.standard
  return last && { name: last.name, version: last.version }
}
