/** Under what the score parts of a round are kept until it is published: no standard's own. */
export function roundKey(round: string): string {
  return `round ${round}`
}
