import { mount } from '../kit/mount.tsx'
import { Audiences } from './audiences.tsx'

mount(<Audiences />)
