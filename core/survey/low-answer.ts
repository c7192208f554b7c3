import type { Question } from './question.ts'

/** The highest answer that is usually taken for a bad one: detractors, the dissatisfied, those who found it hard. */
export function lowAnswer({ type, points = 5 }: Pick<Question, 'type' | 'points'>): number {
  if (type === 'nps') return 6
  return type === 'ces' ? 3 : Math.floor(points * 0.4)
}
