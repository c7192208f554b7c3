import { edit, importPage, record, remove, submit } from './answer-actions.ts'
import { settleCustomers, syncCustomers } from './customer-actions.ts'
import { erase } from './erase-actions.ts'
import { listFollowUps } from './follow-up-actions.ts'
import { answerOwn, makeLinks } from './link-actions.ts'
import { askAbroad, listAnswers, readFigures, readRate } from './reading-actions.ts'
import { changeRetention } from './retention-actions.ts'
import { answerAsStaff, closeStaff, readStaff } from './staff-actions.ts'
import { changeQuestions, changeSurvey } from './survey-actions.ts'
import type { World } from './world.ts'

/** What people do. Each is done by one client, while others do theirs. */
export const actions = {
  submit,
  importPage,
  record,
  edit,
  remove,
  makeLinks,
  answerOwn,
  syncCustomers,
  settleCustomers,
  erase,
  readFigures,
  readRate,
  listAnswers,
  changeSurvey,
  changeQuestions,
  listFollowUps,
  askAbroad,
  answerAsStaff,
  readStaff,
  closeStaff,
  changeRetention,
} satisfies Record<string, (world: World) => Promise<void>>

export type Action = keyof typeof actions
