import { checkWeights } from './check-weights.ts'

/**
 * The share of fields filled in, 0 to 1, for each record; undefined for a record with nothing in it.
 *
 * A field is blank when it holds nothing or spaces only. 0 and FALSE are filled in.
 *
 * @param records Rows of cells, equally long.
 * @param weights How much each field counts; all the same by default.
 * @throws InputError `weightNegative`, `weightsAllZero`.
 */
export function completeness(
  records: readonly (readonly unknown[])[],
  weights: readonly number[] = (records[0] ?? []).map(() => 1),
): (number | undefined)[] {
  if (records.length > 0) checkWeights(weights)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return records.map((fields) => {
    if (!fields.some(isFilled)) return undefined
    return fields.reduce<number>((sum, field, i) => (isFilled(field) ? sum + (weights[i] as number) : sum), 0) / total
  })
}

function isFilled(field: unknown): boolean {
  return typeof field === 'string' ? field.trim() !== '' : field !== null && field !== undefined
}
