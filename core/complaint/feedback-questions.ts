import { languages, messagesFor } from '../messages/messages.ts'
import type { Question } from '../survey/question.ts'
import type { Texts } from '../survey/texts-schema.ts'

/** What a customer is asked once something was resolved. Only the first has to be answered. */
export const feedbackQuestions: Question[] = [
  {
    id: 'solved',
    type: 'single',
    title: inBoth('solved'),
    required: true,
    options: [
      { id: 'yes', label: inBoth('isSolved') },
      { id: 'no', label: inBoth('notSolved') },
    ],
  },
  { id: 'satisfaction', type: 'csat', title: inBoth('handling'), required: false },
  { id: 'comment', type: 'text', title: inBoth('comment'), required: false },
]

function inBoth(text: 'solved' | 'isSolved' | 'notSolved' | 'handling' | 'comment'): Texts {
  return Object.fromEntries(languages.map((language) => [language, messagesFor(language).complaintPage[text]])) as Texts
}
