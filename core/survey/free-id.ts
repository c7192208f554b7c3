/** The id of a place, such as q3 of question 3, or the next that is not taken. */
export function freeId(taken: ReadonlySet<string>, place: number, letter: 'q' | 'o'): string {
  let number = place
  while (taken.has(`${letter}${number}`)) number++
  return `${letter}${number}`
}
