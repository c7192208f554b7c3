/** Points with their sign, which no spreadsheet takes for a formula's. */
export function signedPoints(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`
}
