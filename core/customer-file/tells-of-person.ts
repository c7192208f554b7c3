/** Shorter words say too little inside of other text; two Chinese characters are a name. */
const LEAST = 4
const LEAST_HAN = 2
const HAN = /\p{Script=Han}/u

/**
 * What says whether a text tells of a person: it is one of their words, or holds one that is long enough.
 *
 * Case and outer blanks don't matter. Inside of a text a word has to stand by itself, but for Chinese ones.
 *
 * @param words Their ids, name, e-mail address, phone; blanks tell of nobody.
 */
export function tellsOfPerson(words: readonly string[]): (text: string) => boolean {
  const all = words.map((word) => word.trim().toLowerCase()).filter(Boolean)
  const exact = new Set(all)
  const inside = all.flatMap((word) => {
    const isHan = HAN.test(word)
    if (word.length < (isHan ? LEAST_HAN : LEAST)) return []
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return [isHan ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`]
  })
  const pattern = inside.length > 0 ? new RegExp(inside.join('|'), 'u') : undefined
  return (text) => {
    const plain = text.trim().toLowerCase()
    return exact.has(plain) || pattern?.test(plain) === true
  }
}
