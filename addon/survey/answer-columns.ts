import { textIn, textIs } from '../../core/survey/texts.ts'
import type { Texts } from '../../core/survey/texts-schema.ts'
import { recognisedColumns } from '../../core/tabs/recognised-columns.ts'
import { userLanguage } from '../user-language.ts'

export type SurveyQuestion = {
  id: string
  type: string
  title: Texts
  dimension?: Texts
  options?: { id: string; label: Texts }[]
}

/** Which column of a tab holds what; positions from 0. */
export type AnswerColumnPlan = {
  date: number | undefined
  customer: number | undefined
  channel: number | undefined
  questions: { question: SurveyQuestion; position: number | undefined }[]
}

/** Finds each question's column by its title, dimension or id, or by `NPS`, `CSAT`, `comment` in either language. */
export function answerColumnPlan(header: string[], questions: SurveyQuestion[]): AnswerColumnPlan {
  const taken = new Set<number>()
  const found = questions.map((question) => {
    const position = header.findIndex((name, at) => !taken.has(at) && asks(question, name))
    if (position < 0) return { question, position: undefined }
    taken.add(position)
    return { question, position }
  })
  const { answerDate: date, customerId: customer, channel } = recognisedColumns(header, 'answers')
  return { date, customer, channel, questions: found }
}

/** A question's short name, for the form. */
export function questionLabel({ title, dimension }: SurveyQuestion): string {
  return textIn(dimension ?? title, userLanguage())
}

const usualNames: Record<string, RegExp> = {
  nps: /^(nps|net promoter score|净推荐值|推荐度|推荐)$/i,
  csat: /^(csat|satisfaction|overall satisfaction|客户满意度|满意度|总体满意度)$/i,
  ces: /^(ces|effort|ease|客户省力度|省力度)$/i,
  text: /^(comment|comments|remark|意见|备注|评论|建议)$/i,
}

function asks(question: SurveyQuestion, header: string): boolean {
  const usual = question.dimension === undefined && usualNames[question.type]?.test(header)
  return (
    textIs(question.title, header) || textIs(question.dimension, header) || question.id === header || Boolean(usual)
  )
}
