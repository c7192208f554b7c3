import { expect, test } from 'vitest'
import { formerParts, withFormerOptions } from '../../../core/survey/former-parts.ts'
import type { Question } from '../../../core/survey/question.ts'

const question = (title: string, ids: string[], dimension?: string): Question => ({
  id: 'q1',
  type: 'single',
  title,
  ...(dimension && { dimension }),
  required: false,
  options: ids.map((id) => ({ id, label: id })),
})
/** What is former after each question followed the one before. */
const after = (...versions: Question[]) =>
  versions.slice(1).reduce((former, now, i) => formerParts(former, [versions[i]!], [now]), {})

test('a question that stays as it is has nothing former', () => {
  expect(after(question('A', ['o1', 'o2']), question('A', ['o2', 'o1', 'o3']))).toEqual({})
})

test('removed options are former until they are offered again', () => {
  const versions = [question('A', ['o1', 'o2', 'o3']), question('A', ['o1', 'o3']), question('A', ['o1', 'o4'])]
  const former = after(...versions)
  expect(former).toEqual({
    q1: {
      names: [],
      options: [
        { id: 'o3', label: 'o3' },
        { id: 'o2', label: 'o2' },
      ],
    },
  })
  expect(withFormerOptions([versions[2]!], former)[0]?.options?.map(({ id }) => id)).toEqual(['o1', 'o4', 'o3', 'o2'])
  const back = after(...versions, question('A', ['o2', 'o3', 'o4', 'o1']))
  expect(back).toEqual({ q1: { names: [], options: [] } })
})

test('titles and dimensions are former until they are used again, the latest 20 of them', () => {
  const former = after(question('A', [], 'X'), question('B', [], 'X'), question('C', []), question('A', []))
  expect(former).toEqual({ q1: { options: [], names: ['B', 'X', 'C'] } })
  const many = after(...Array.from({ length: 30 }, (_, i) => question(`T${i}`, [])))
  expect(many).toMatchObject({ q1: { names: Array.from({ length: 20 }, (_, i) => `T${i + 9}`) } })
})
