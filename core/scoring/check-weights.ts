import { InputError } from '../input-error.ts'

/** Refuses weights that nothing can be weighed with. @throws InputError `weightNegative`, `weightsAllZero`. */
export function checkWeights(weights: readonly number[]): void {
  const negative = weights.find((weight) => weight < 0)
  if (negative !== undefined) throw new InputError('weightNegative', { weight: negative })
  if (weights.every((weight) => weight === 0)) throw new InputError('weightsAllZero', undefined)
}
