import type { Override } from '../../core/tiering/override.ts'
import { overridesOn } from '../../core/tiering/overrides-on.ts'
import { today } from '../sheet/now.ts'
import { readOverrides } from './overrides-tab.ts'

/** The overrides of a standard that hold today, by customer. @param overrides Those of the tab, where it is read already. */
export function activeOverrides(
  standard: string,
  overrides: readonly Override[] = readOverrides().overrides,
): Map<string, Override> {
  return overridesOn(overrides, standard, today())
}
