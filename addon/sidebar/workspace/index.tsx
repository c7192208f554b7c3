import { messages } from '../kit/language.ts'
import { mount } from '../kit/mount.tsx'
import { Notice } from '../kit/parts.tsx'
import { WithWorkspace } from '../kit/with-workspace.tsx'
import { DocumentKeys } from './document-keys.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { SyncCustomers } from './sync-customers.tsx'

const text = messages.workspaceForm

mount(
  <>
    <WithWorkspace title={text.title} forEditors>
      {(connection) => (
        <>
          <Notice>{text.connected(connection.name)}</Notice>
          <SyncCustomers />
          <DocumentKeys />
        </>
      )}
    </WithWorkspace>
    <LanguageChoice />
  </>,
)
