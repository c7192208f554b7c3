import { mount } from '../kit/mount.tsx'
import { SetUpForm } from './set-up-form.tsx'

mount(<SetUpForm />)
