/** From here on Stirling's series of log-gamma and its derivatives are exact to the last digits. */
const FAR = 12

/** How many steps of one lead from `x` to where Stirling's series may be used. */
export function stirlingShift(x: number): number {
  return x >= FAR ? 0 : Math.ceil(FAR - x)
}
