import { mount } from '../kit/mount.tsx'
import { Goals } from './goals.tsx'
import './goals.css'

mount(<Goals />)
