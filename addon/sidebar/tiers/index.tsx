import { mount } from '../kit/mount.tsx'
import { Tiers } from './tiers.tsx'
import './tiers.css'

mount(<Tiers />)
