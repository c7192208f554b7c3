import { expect, test } from 'vitest'
import { holdsWords } from '../../../core/survey/holds-words.ts'

test.each([
  ['The delivery was LATE', 'late delivery', true],
  ['The delivery was late', 'delivery slow', false],
  ['物流太慢了', '物流', true],
  ['ＡＰＰ 打不开', 'app', true],
  ['anything', '', true],
])('%s searched for "%s": %s', (text, search, holds) => {
  expect(holdsWords(text, search)).toBe(holds)
})
