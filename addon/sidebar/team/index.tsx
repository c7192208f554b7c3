import { messages } from '../kit/language.ts'
import { mount } from '../kit/mount.tsx'
import { WithWorkspace } from '../kit/with-workspace.tsx'
import { TeamForm } from './team-form.tsx'

mount(<WithWorkspace title={messages.team.title}>{() => <TeamForm />}</WithWorkspace>)
