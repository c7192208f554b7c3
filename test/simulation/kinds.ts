import type { Action } from './actions.ts'

/**
 * What a world is about: the surveys that it may have, and what people do there and how often. The first action is done
 * in all worlds of a kind, of the others about half: one that all of them share finds less.
 */
export type Kind = { share: number; places: string[]; does: Partial<Record<Action, number>> }

export const kinds: Kind[] = [
  {
    share: 0.36,
    places: ['A1', 'A2', 'B1'],
    does: {
      ...{ importPage: 5, submit: 4, edit: 3, remove: 2, syncCustomers: 2, settleCustomers: 1, readFigures: 3 },
      ...{ listAnswers: 1, changeSurvey: 1, changeQuestions: 1, askAbroad: 1, erase: 1 },
    },
  },
  {
    share: 0.26,
    places: ['A1', 'A2', 'B1', 'K1', 'Q1'],
    does: {
      ...{ answerOwn: 6, makeLinks: 2, edit: 1, remove: 1, syncCustomers: 2, settleCustomers: 1, readRate: 2 },
      ...{ changeSurvey: 1, changeQuestions: 2, erase: 2, readFigures: 1 },
    },
  },
  {
    share: 0.1,
    places: ['Q1', 'K1'],
    does: { submit: 6, answerOwn: 3, remove: 1, changeQuestions: 1, changeSurvey: 1, readFigures: 1 },
  },
  {
    share: 0.1,
    places: ['F1'],
    does: { record: 4, answerOwn: 3, submit: 1, edit: 3, syncCustomers: 3, listFollowUps: 3, erase: 1, remove: 1 },
  },
  {
    share: 0.08,
    places: ['E1'],
    does: {
      ...{ changeRetention: 4, importPage: 4, record: 3, edit: 2, remove: 1, erase: 1, readFigures: 2 },
      ...{ syncCustomers: 1, settleCustomers: 1, listFollowUps: 1, changeQuestions: 1 },
    },
  },
  { share: 0.1, places: ['S1'], does: { answerAsStaff: 3, readStaff: 3, closeStaff: 1 } },
]
