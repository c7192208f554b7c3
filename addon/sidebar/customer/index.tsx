import { mount } from '../kit/mount.tsx'
import './customer.css'
import { CustomerForm } from './customer-form.tsx'

mount(<CustomerForm />)
