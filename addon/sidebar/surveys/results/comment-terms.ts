import { folded } from '../../../../core/folded.ts'

/** What customers wrote, with a score that they gave along with it. */
export type Comment = { text: string; score?: number | undefined }

/** A word that comments use: in how many, and the mean score of those that have one. */
export type CommentTerm = { term: string; n: number; score: number | undefined }

const english =
  'a about after again all also am an and any are as at be because been before being but by can could did do does doing don down during each even ever every few for from further get got had has have having he her here hers him his how i if in into is it its itself just let like made make many me more most much my no nor not now of off on once one only or other our out over own really same she should so some still such than that the their them then there these they this those through to too under until up us very was we were what when where which while who whom why will with would you your yours'
const chinese =
  '的 了 是 我 我们 你 你们 他 她 它 他们 在 有 和 与 也 都 就 不 没 没有 很 非常 比较 太 更 最 这 那 这个 那个 一个 一些 一下 一点 什么 怎么 可以 能 会 要 想 让 给 把 被 从 到 对 对于 为 为了 因为 所以 但 但是 而 而且 还 还是 又 再 请 吗 呢 吧 啊 上 下 里 中 后 前 时 时候 觉得 感觉 希望 已经 以及 如果 其他 等'
const stopWords = new Set([...english.split(' '), ...chinese.split(' ')])

/**
 * The words that most comments use, the most frequent first, in English and Chinese alike; words that say nothing by
 * themselves are left out, and each counts once a comment.
 *
 * @param most How many words.
 */
export function commentTerms(comments: readonly Comment[], most = 20): CommentTerm[] {
  const found = new Map<string, { n: number; scores: number[] }>()
  for (const { text, score } of comments) {
    for (const term of new Set(wordsOf(text))) {
      const sum = found.get(term) ?? { n: 0, scores: [] }
      found.set(term, sum)
      sum.n++
      if (score !== undefined) sum.scores.push(score)
    }
  }
  return [...found]
    .map(([term, { n, scores }]) => ({ term, n, score: mean(scores) }))
    .filter(({ n }) => n > 1)
    .sort((a, b) => b.n - a.n || (a.term < b.term ? -1 : 1))
    .slice(0, most)
}

/** Whether a comment uses a word, as the words of comments are counted. */
export function usesTerm(text: string, term: string): boolean {
  return wordsOf(text).includes(term)
}

function wordsOf(text: string): string[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(folded(text))
  return [...words].flatMap(({ segment, isWordLike }) =>
    isWordLike && segment.length > 1 && !/^\d+$/.test(segment) && !stopWords.has(segment) ? [segment] : [],
  )
}

function mean(scores: number[]): number | undefined {
  return scores.length === 0 ? undefined : scores.reduce((sum, score) => sum + score, 0) / scores.length
}
