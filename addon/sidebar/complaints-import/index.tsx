import { messages } from '../kit/language.ts'
import { mount } from '../kit/mount.tsx'
import { WithWorkspace } from '../kit/with-workspace.tsx'
import '../customer-file/customer-file.css'
import { ImportComplaints } from './import-complaints.tsx'

mount(
  <WithWorkspace title={messages.complaintImport.title} forEditors>
    {() => <ImportComplaints />}
  </WithWorkspace>,
)
