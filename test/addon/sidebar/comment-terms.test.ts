import { expect, test } from 'vitest'
import { commentTerms } from '../../../addon/sidebar/surveys/results/comment-terms.ts'

test('the words of most comments come first, each once a comment, with the mean score of those who gave one', () => {
  const comments = [
    { text: 'Delivery was late, really late', score: 2 },
    { text: 'The delivery was quick!', score: 10 },
    { text: 'Late again.', score: 3 },
    { text: 'Unheard of' },
  ]
  expect(commentTerms(comments)).toEqual([
    { term: 'delivery', n: 2, score: 6 },
    { term: 'late', n: 2, score: 2.5 },
  ])
  expect(commentTerms(comments, 1)).toHaveLength(1)
})

test('Chinese is cut into words, full width is half width', () => {
  const comments = [
    { text: '物流太慢了，服务态度很好' },
    { text: '物流很快' },
    { text: 'ＡＰＰ的物流信息不准' },
    { text: 'app 不好用' },
  ]
  expect(commentTerms(comments).map(({ term, n }) => [term, n])).toEqual([
    ['物流', 3],
    ['app', 2],
  ])
})
