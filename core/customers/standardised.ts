import { moments } from '../maths/moments.ts'

export type Standardised = {
  /** Ones for the intercept, then each feature that varies less its mean, over its deviation. */
  columns: Float64Array[]
  /** Which feature each of the columns after the first is. */
  features: number[]
  /** Mean and population standard deviation of every feature. */
  means: number[]
  deviations: number[]
}

/**
 * The features as a regression takes them: an intercept, and each feature with mean 0 and standard deviation 1.
 *
 * @param features One array per feature, `length` numbers each; one whose values are all the same gets no column.
 */
export function standardised(features: readonly (readonly number[])[], length: number): Standardised {
  const design: Standardised = { columns: [new Float64Array(length).fill(1)], features: [], means: [], deviations: [] }
  features.forEach((values, feature) => {
    const { mean, squares } = moments(values)
    const deviation = Math.sqrt(squares / length)
    design.means.push(mean)
    design.deviations.push(deviation)
    if (values.every((value) => value === values[0])) return
    design.features.push(feature)
    design.columns.push(Float64Array.from(values, (value) => (value - mean) / deviation))
  })
  return design
}
