import { InputError } from '../../core/input-error.ts'
import { checkStandard } from '../../core/standard/check-standard.ts'
import { type WhyScore, whyScore } from '../../core/standard/why-score.ts'
import { selectedCustomer } from '../sheet/reading/selected-customer.ts'
import { activeOverrides } from '../tiering/active-overrides.ts'
import { userMessages } from '../user-language.ts'
import { currentStandard } from './current-standards.ts'
import { asOfDay } from './preview-standard.ts'
import { namedKeys } from './score-customers.ts'
import { standardValues } from './standard-values.ts'

export type WhyTier = WhyScore & {
  customerId: string
  asOf?: string
  /** A person's decision, which stands whatever the score. */
  override?: { tier: string; reason: string }
}

/**
 * Why a customer stands in a tier, counted from the tabs as they are now.
 *
 * @param customerId By default the customer of the selected row.
 * @param standard By default the first standard.
 * @throws InputError `customerUnknown`, `standardUnknown`, and as scoring does.
 */
export function whyTier(customerId?: string, standard?: string): WhyTier {
  const wanted = customerId || selectedCustomer()?.id || ''
  const applied = currentStandard(standard)
  checkStandard(applied)
  const values = standardValues(namedKeys(applied), applied.product)
  const row = wanted === '' ? -1 : values.ids.indexOf(wanted)
  if (row < 0) {
    const customer = wanted || userMessages().fields.customerId
    throw new InputError('customerUnknown', { customer, sheet: values.tab.name })
  }
  const override = activeOverrides(applied.name).get(wanted)
  return {
    customerId: wanted,
    ...whyScore(applied, values.valuesOf, row),
    ...asOfDay(values),
    ...(override ? { override: { tier: override.tier, reason: override.reason } } : {}),
  }
}
