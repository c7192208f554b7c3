import { mount } from '../kit/mount.tsx'
import './functions.css'
import { Functions } from './functions.tsx'

mount(<Functions />)
