/** Text with full-width letters, digits and signs as plain ones, in lower case. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

const upWords =
  /\b(?:rais(?:e|es|ed|ing)|increas\w*|grow\w*|lift\w*|gain\w*|higher|more|above|at least|exceed\w*)\b|提高|提升|增加|增长|上升|上调|扩大|高于|超过|至少|达到/
const downWords =
  /\b(?:reduc\w*|cut\w*|lower\w*|decreas\w*|shorten\w*|drop\w*|fewer|less|below|at most|halve)\b|降低|减少|下降|缩短|压缩|低于|少于|至多|控制在/
/** Better is up for most figures; a text that also says which way means that. */
const betterWords = /\b(?:improv\w*|boost\w*)\b|改善/
const atMost = /\b(?:no|not) (?:more|higher) than\b|不超过|不高于|不多于/g
const atLeast = /\b(?:no|not) (?:less|fewer|lower) than\b|不低于|不少于/g

/** Up (1), down (-1), or undefined where a text says neither or both. */
export function directionIn(text: string): 1 | -1 | undefined {
  const words = plainWords(text).replace(atMost, ' at most ').replace(atLeast, ' at least ')
  const [up, down] = [upWords.test(words), downWords.test(words)]
  if (up !== down) return up ? 1 : -1
  return !up && betterWords.test(words) ? 1 : undefined
}

const vagueWords =
  /\b(?:improv\w*|better|more|enhanc\w*|strengthen\w*|optimi[sz]\w*|as much as possible|significant\w*)\b|提高|提升|加强|改善|优化|完善|更好|尽量|进一步|大幅|显著/

/** The first word that sounds like a goal and names no figure, as it was written; '' where there is none. */
export function vagueWordIn(text: string): string {
  const plain = text.normalize('NFKC')
  const found = vagueWords.exec(plain.toLowerCase())
  return found ? plain.slice(found.index, found.index + found[0].length) : ''
}

/** Whether a text names a figure: digits, or 百分之 with numerals. A year or a quarter alone is none. */
export function hasFigure(text: string): boolean {
  const words = plainWords(text).replace(
    /\b(?:19|20)\d\d(?:[-/年]\d+)*\b|20\d\d年|\bq[1-4]\b|第?[一二三四1-4]季度/g,
    ' ',
  )
  return /\d|百分之[一二三四五六七八九十]/.test(words)
}
