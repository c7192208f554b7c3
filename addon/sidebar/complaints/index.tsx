import { messages } from '../kit/language.ts'
import { mount } from '../kit/mount.tsx'
import { WithWorkspace } from '../kit/with-workspace.tsx'
import { Complaints } from './complaints.tsx'

mount(
  <WithWorkspace title={messages.complaintForm.title} forEditors>
    {() => <Complaints />}
  </WithWorkspace>,
)
