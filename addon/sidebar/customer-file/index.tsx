import { mount } from '../kit/mount.tsx'
import './customer-file.css'
import { CustomerFileForm } from './customer-file-form.tsx'

mount(<CustomerFileForm />)
