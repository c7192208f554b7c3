import { messages } from '../kit/language.ts'
import { mount } from '../kit/mount.tsx'
import { WithWorkspace } from '../kit/with-workspace.tsx'
import { ComplaintSettings } from './complaint-settings.tsx'
import './complaint-settings.css'

mount(<WithWorkspace title={messages.complaintSettings.title}>{() => <ComplaintSettings />}</WithWorkspace>)
