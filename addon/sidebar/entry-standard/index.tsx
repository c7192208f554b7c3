import { mount } from '../kit/mount.tsx'
import { EntryStandardForm } from './entry-standard-form.tsx'

mount(<EntryStandardForm />)
