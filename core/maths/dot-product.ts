/** The sum of the products of two columns, place by place. @param length How many places count; all of them by default. */
export function dotProduct(a: ArrayLike<number>, b: ArrayLike<number>, length = a.length): number {
  let sum = 0
  for (let i = 0; i < length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
