import { en } from '../messages/en.ts'
import { zhCN } from '../messages/zh-cn.ts'
import type { QuestionInput } from './question.ts'

const dimensions = ['productQuality', 'serviceAttitude', 'responseSpeed'] as const

/** The usual survey in both languages: NPS, satisfaction with product quality, service attitude and response speed, a comment. */
export function satisfactionQuestions(): QuestionInput[] {
  return [
    {
      id: 'nps',
      type: 'nps',
      required: true,
      title: both((texts) => texts.nps),
      dimension: both((texts) => texts.dimensions.nps),
    },
    ...dimensions.map((dimension) => ({
      id: dimension,
      type: 'csat' as const,
      required: false,
      title: both((texts) => texts.satisfaction[dimension]),
      dimension: both((texts) => texts.dimensions[dimension]),
    })),
    { id: 'comment', type: 'text', required: false, title: both((texts) => texts.comment) },
  ]
}

function both(text: (texts: typeof en.surveyTemplate) => string) {
  return { en: text(en.surveyTemplate), 'zh-CN': text(zhCN.surveyTemplate) }
}
