import { en } from '../messages/en.ts'
import { zhCN } from '../messages/zh-cn.ts'
import type { QuestionInput } from './question.ts'
import { satisfactionQuestions } from './satisfaction-questions.ts'
import type { SurveyKind } from './survey-settings.ts'
import type { Texts } from './texts-schema.ts'

export const templateNames = ['relationship', 'afterService', 'afterComplaint', 'staff', 'blank'] as const
export type TemplateName = (typeof templateNames)[number]

/** What a survey begins with, in both languages. */
export type SurveyTemplate = { title: Texts; kind: SurveyKind; questions: QuestionInput[]; staffGroup?: string }

type TemplateTexts = typeof en.surveyTemplate

/** The questions of a kind of survey, to be changed before it is opened. */
export function surveyTemplate(name: TemplateName): SurveyTemplate {
  return templates[name]()
}

const templates: Record<TemplateName, () => SurveyTemplate> = {
  relationship() {
    const [nps, ...others] = satisfactionQuestions()
    const reason = written('reason', (texts) => texts.relationship.reason)
    return { title: both((texts) => texts.relationship.title), kind: 'customers', questions: [nps!, reason, ...others] }
  },
  afterService: () => ({
    title: both((texts) => texts.afterService.title),
    kind: 'customers',
    questions: [
      scored('overall', 'csat', (texts) => texts.afterService.overall, undefined, true),
      scored('responseSpeed', 'csat', (texts) => texts.satisfaction.responseSpeed, 'responseSpeed'),
      scored('serviceAttitude', 'csat', (texts) => texts.satisfaction.serviceAttitude, 'serviceAttitude'),
      scored('ease', 'ces', (texts) => texts.afterService.ease),
      settled((texts) => texts.afterService.settled),
      { ...written('missing', (texts) => texts.afterService.missing), showIf: notSettled },
      written('comment', (texts) => texts.comment),
    ],
  }),
  afterComplaint: () => ({
    title: both((texts) => texts.afterComplaint.title),
    kind: 'customers',
    questions: [
      { ...settled((texts) => texts.afterComplaint.settled), required: true },
      { ...written('missing', (texts) => texts.afterComplaint.missing), showIf: notSettled },
      scored('handling', 'csat', (texts) => texts.afterComplaint.handling, 'serviceAttitude', true),
      scored('responseSpeed', 'csat', (texts) => texts.afterComplaint.speed, 'responseSpeed'),
      scored('ease', 'ces', (texts) => texts.afterComplaint.ease),
      written('comment', (texts) => texts.comment),
    ],
  }),
  staff: () => ({
    title: both((texts) => texts.staff.title),
    kind: 'staff',
    staffGroup: 'team',
    questions: [
      choice('team', (texts) => texts.staff.team, {
        sales: (texts) => texts.staff.teams.sales,
        service: (texts) => texts.staff.teams.service,
        other: (texts) => texts.staff.teams.other,
      }),
      scored('nps', 'nps', (texts) => texts.staff.nps, 'nps', true),
      {
        ...scored('goals', 'csat', (texts) => texts.staff.goals),
        dimension: both((texts) => texts.staff.goalsDimension),
      },
      {
        ...scored('support', 'csat', (texts) => texts.staff.support),
        dimension: both((texts) => texts.staff.supportDimension),
      },
      {
        ...scored('means', 'csat', (texts) => texts.staff.means),
        dimension: both((texts) => texts.staff.meansDimension),
      },
      written('better', (texts) => texts.staff.better),
    ],
  }),
  blank: () => ({
    title: both((texts) => texts.blank.title),
    kind: 'customers',
    questions: [scored('q1', 'csat', (texts) => texts.blank.question)],
  }),
}

const notSettled = { question: 'settled', anyOf: ['partly', 'no'] }

function scored(
  id: string,
  type: 'nps' | 'csat' | 'ces',
  title: (texts: TemplateTexts) => string,
  dimension?: keyof TemplateTexts['dimensions'],
  required = false,
): QuestionInput {
  const named = dimension && { dimension: both((texts) => texts.dimensions[dimension]) }
  return { id, type, required, title: both(title), ...named }
}

function written(id: string, title: (texts: TemplateTexts) => string): QuestionInput {
  return { id, type: 'text', required: false, title: both(title) }
}

function settled(title: (texts: TemplateTexts) => string): QuestionInput {
  return choice('settled', title, {
    yes: (texts) => texts.settled.yes,
    partly: (texts) => texts.settled.partly,
    no: (texts) => texts.settled.no,
  })
}

function choice(
  id: string,
  title: (texts: TemplateTexts) => string,
  options: Record<string, (texts: TemplateTexts) => string>,
): QuestionInput {
  const labelled = Object.entries(options).map(([id, label]) => ({ id, label: both(label) }))
  return { id, type: 'single', required: false, title: both(title), options: labelled }
}

function both(text: (texts: TemplateTexts) => string) {
  return { en: text(en.surveyTemplate), 'zh-CN': text(zhCN.surveyTemplate) }
}
