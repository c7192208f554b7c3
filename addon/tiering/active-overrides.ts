import type { Override } from '../../core/tiering/override.ts'
import { overridesOn } from '../../core/tiering/overrides-on.ts'
import { today } from '../sheet/now.ts'
import { readOverrides } from './overrides-tab.ts'

/** The overrides of a standard that hold today, by customer. */
export function activeOverrides(standard: string): Map<string, Override> {
  return overridesOn(readOverrides().overrides, standard, today())
}
