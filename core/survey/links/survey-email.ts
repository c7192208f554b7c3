import { type Language, messagesFor } from '../../messages/messages.ts'
import type { Question } from '../question.ts'
import { scaleOf } from '../question.ts'
import { textIn } from '../texts.ts'
import type { Texts } from '../texts-schema.ts'

type Email = {
  title: Texts
  /** Asked in the e-mail; answered by a number. */
  question: Question
  /** Of the survey's page, or what a mail merge puts in its place, such as `{{Survey link}}`. */
  link: string
  language: Language
}

/**
 * An e-mail's content as HTML: the survey's question with a button for each answer, each of them a plain link to the
 * survey's page with that answer chosen. It loads nothing, runs nothing, and sends nothing by itself.
 *
 * @returns One element, styled in place as mail programs want it, all that people typed escaped.
 */
export function surveyEmail({ title, question, link, language }: Email): string {
  const { surveyEmail: texts, surveyPage } = messagesFor(language)
  const [low, high] = scaleOf(question) ?? [1, 0]
  const scores = Array.from({ length: high - low + 1 }, (_, i) => low + i)
  const button = (score: number) =>
    `<a href="${escaped(`${link}?a.${question.id}=${score}&lang=${language}`)}" style="${BUTTON}">${score}</a>`
  const [worst = '', best = ''] = surveyPage.ends[question.type as keyof typeof surveyPage.ends] ?? []
  return [
    `<div lang="${language}" style="font-family:Arial,'PingFang SC','Microsoft YaHei',sans-serif;font-size:16px;line-height:1.5;color:#1b1f24">`,
    `<p style="font-size:18px"><b>${escaped(textIn(title, language))}</b></p>`,
    `<p>${escaped(textIn(question.title, language))}</p>`,
    `<p style="line-height:3">${scores.map(button).join('\n')}</p>`,
    `<p style="font-size:14px">${low}: ${escaped(worst)}; ${high}: ${escaped(best)}</p>`,
    `<p style="font-size:14px">${escaped(texts.how)}</p>`,
    `<p><a href="${escaped(`${link}?lang=${language}`)}">${escaped(texts.all)}</a></p>`,
    '</div>',
  ].join('\n')
}

const BUTTON =
  'display:inline-block;min-width:24px;padding:4px 8px;line-height:24px;border:1px solid #0b57d0;border-radius:6px;text-align:center;text-decoration:none;color:#0b57d0'

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (character) => entities[character] as string)
}
