import { messages } from '../kit/language.ts'
import { mount } from '../kit/mount.tsx'
import { WithWorkspace } from '../kit/with-workspace.tsx'
import { Surveys } from './surveys.tsx'

mount(
  <WithWorkspace title={messages.surveyForm.title} forEditors>
    {() => <Surveys />}
  </WithWorkspace>,
)
