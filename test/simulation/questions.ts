import type { Answers } from './ledger.ts'

/** What every survey of customers asks. */
export const questions = [
  { id: 'nps', type: 'nps', title: 'Recommend?', required: true },
  { id: 'service', type: 'csat', title: 'Service?' },
  {
    id: 'why',
    type: 'multiple',
    title: 'Why?',
    options: ['a', 'b', 'c'].map((id) => ({ id, label: `Because ${id}` })),
  },
  { id: 'mark', type: 'text', title: 'Mark' },
]

/** What some versions ask beside. */
export const extra = { id: 'extra', type: 'csat', title: 'And besides?' }

export const staffQuestions = [
  { id: 'nps', type: 'nps', title: 'Recommend?', required: true },
  { id: 'team', type: 'single', title: 'Team?', options: ['x', 'y', 'z'].map((id) => ({ id, label: id })) },
  { id: 'mark', type: 'text', title: 'Mark' },
]

export const FOLLOW_UP = [
  { question: 'service', atMost: 2, opens: 'task' },
  { question: 'nps', atMost: 5, opens: 'complaint' },
]

/** What answers lead to by the rules above. */
export function dueOf({ nps, service = 5 }: Answers): 'complaint' | 'task' | undefined {
  if (nps <= 5) return 'complaint'
  return service <= 2 ? 'task' : undefined
}
