import { messages } from '../kit/language.ts'
import { mount } from '../kit/mount.tsx'
import { Builder } from '../surveys/builder/builder.tsx'

mount(
  <>
    <h1>{messages.menu.SurveyBuilder}</h1>
    <Builder surveyId={document.body.dataset.survey ?? ''} />
  </>,
)
