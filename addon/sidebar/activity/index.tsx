import { messages } from '../kit/language.ts'
import { mount } from '../kit/mount.tsx'
import { WithWorkspace } from '../kit/with-workspace.tsx'
import { ActivityForm } from './activity-form.tsx'

mount(<WithWorkspace title={messages.activity.title}>{() => <ActivityForm />}</WithWorkspace>)
