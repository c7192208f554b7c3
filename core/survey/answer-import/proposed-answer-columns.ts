import { fold } from '../../headers.ts'
import { recognisedColumns } from '../../tabs/recognised-columns.ts'
import type { Question } from '../question.ts'
import { wordings } from '../texts.ts'
import { type AnswerColumns, type AnswerTarget, answerFacts, questionTarget } from './answer-plan.ts'

/** Names that a column of a question of a type often has, whatever its title is. */
const usualNames: Partial<Record<Question['type'], RegExp>> = {
  nps: /^(nps|netpromoterscore|净推荐值|推荐度|推荐)$/,
  csat: /^(csat|satisfaction|overallsatisfaction|客户满意度|满意度|总体满意度)$/,
  ces: /^(ces|effort|ease|客户省力度|省力度)$/,
  text: /^(comments?|remarks?|意见|备注|评论|建议)$/,
}

/**
 * Which column holds what, by the headers: questions by title, dimension or id, numbered or not, also as one row of a
 * Google Form's grid, `How content are you with ... [Service attitude]`, or by what is usual for their type; customers by
 * id, else e-mail, phone or name.
 *
 * A column holds one thing; questions that name it exactly come before those it suits.
 */
export function proposedAnswerColumns(header: readonly string[], questions: readonly Question[]): AnswerColumns {
  const at: AnswerColumns = {}
  const taken = new Set<number>()
  const put = (target: AnswerTarget, position: number | undefined) => {
    if (position === undefined || position < 0 || taken.has(position) || at[target] !== undefined) return
    at[target] = position
    taken.add(position)
  }
  const names = header.map(namesIn)
  for (const fits of [isNamed, isUsual]) {
    for (const question of questions) {
      const position = names.findIndex((each, place) => !taken.has(place) && fits(question, each))
      put(questionTarget(question.id), position)
    }
  }
  const { answerDate, customerId, channel } = recognisedColumns(header, 'answers')
  const { email, phone, customer, ...facts } = recognisedColumns(header, 'customers')
  put('date', answerDate)
  put('customer', customerId)
  for (const position of [email, phone, customer]) put('customer', position)
  for (const fact of answerFacts) put(fact, facts[fact])
  put('channel', channel)
  return at
}

function isNamed({ id, title, dimension }: Question, names: readonly string[]): boolean {
  const own = [id, ...wordings(title), ...(dimension ? wordings(dimension) : [])].map(plain)
  return names.some((name) => name !== '' && own.includes(name))
}

function isUsual({ type, dimension }: Question, names: readonly string[]): boolean {
  return (dimension === undefined || type === 'nps') && names.some((name) => usualNames[type]?.test(name))
}

/** A header as it is, without its number, and what stands in brackets at its end. */
function namesIn(header: string): string[] {
  const bare = header.replace(/^\s*(?:[q第]\s*)?\d{1,3}\s*(?:题\s*)?[、.．:：)）]\s*/i, '')
  const inBrackets = /\[([^[\]]+)\]\s*$/.exec(header)?.[1] ?? ''
  return [header, bare, inBrackets].map(plain)
}

/** Without what does not count, punctuation at its end included. */
function plain(text: string): string {
  return fold(text).replace(/[?？!！*＊。,，]/g, '')
}
