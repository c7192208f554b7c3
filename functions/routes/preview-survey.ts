import { object, picklist, string } from 'valibot'
import { languages } from '../../core/messages/messages.ts'
import { numberedQuestions } from '../../core/survey/numbered-questions.ts'
import { textsSchema } from '../../core/survey/texts-schema.ts'
import { surveyPage } from '../pages/survey-page.tsx'
import { route } from '../request/route.ts'
import { inWorkspace } from './parameters.ts'
import { questionsSchema } from './surveys.ts'

export const previewSurveyRoutes = [
  route({
    operationId: 'previewSurvey',
    summary: 'The public page that questions would have',
    description: 'Nothing is stored. The page cannot be sent: it has no ticket.',
    tag: 'Surveys',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/survey-preview',
    writes: false,
    params: inWorkspace,
    body: object({ title: textsSchema, questions: questionsSchema, language: picklist(languages) }),
    reply: object({ html: string() }),
    example: {
      body: {
        title: 'Spring survey',
        questions: [{ type: 'text', title: 'What could we do better?' }],
        language: 'en',
      },
      reply: { html: '<!doctype html><html lang="en">…</html>' },
    },
    async handle({ c, body: { title, questions, language } }) {
      const shown = { title, questions: numberedQuestions(questions), language, ticket: '', given: {} }
      const page = await surveyPage(c, shown)
      return { html: await page.text() }
    },
  }),
]
