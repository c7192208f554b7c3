import { InputError } from '../input-error.ts'
import { choleskySolution } from '../maths/cholesky-solution.ts'
import { dotProduct } from '../maths/dot-product.ts'
import { likeliestLogOdds } from './likeliest-log-odds.ts'
import { type Standardised, standardised } from './standardised.ts'

/** The log odds are `intercept + sum of slope x (feature - mean)`, in the features' own units. */
export type Logistic = { intercept: number; slopes: number[]; means: number[] }

/**
 * The logistic regression of a yes or no on features.
 *
 * With z the features standardised by their population standard deviations, it minimises
 * `sum over rows of -log P(label) + lambda / 2 x sum of beta^2`, where `P(1) = 1 / (1 + exp(-(b0 + beta z)))` and the
 * intercept b0 is not penalised. Lambda 0 is plain maximum likelihood.
 * A constant feature gets slope 0; without lambda so does one that those before it add up to, as in R.
 *
 * @param features One array per feature, each as long as `labels`.
 * @param labels 1 or 0.
 * @param lambda 0 or more.
 * @throws InputError `oneClass` where all labels are the same, `separable` where lambda is 0 and the likelihood has no
 * maximum: some mix of the features separates 1 from 0, rows on the border aside.
 * @see Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1; R's `glm(family = binomial)`.
 */
export function logisticFit(features: readonly (readonly number[])[], labels: readonly number[], lambda = 1): Logistic {
  const yes = labels.reduce((sum, label) => sum + label, 0)
  if (yes === 0 || yes === labels.length) throw new InputError('oneClass', { label: yes === 0 ? 0 : 1 })
  const all = standardised(features, labels.length)
  const { columns, features: kept, means, deviations } = lambda === 0 ? withoutDependent(all) : all
  const [intercept = 0, ...betas] = likeliestLogOdds(columns, labels, lambda)
  const slopes = features.map(() => 0)
  betas.forEach((beta, i) => {
    slopes[kept[i] as number] = beta / (deviations[kept[i] as number] as number)
  })
  return { intercept, slopes, means }
}

/** Of a feature's variance, the share that the features before it must leave for it to count. */
const LEFT = 1e-10

function withoutDependent(design: Standardised): Standardised {
  const { columns, features } = design
  const gram = columns.map((a) => Float64Array.from(columns, (b) => dotProduct(a, b)))
  const dependent = new Set(choleskySolution(gram, new Float64Array(columns.length), LEFT).dependent)
  return {
    ...design,
    columns: columns.filter((_, i) => !dependent.has(i)),
    features: features.filter((_, i) => !dependent.has(i + 1)),
  }
}
