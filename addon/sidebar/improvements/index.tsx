import { mount } from '../kit/mount.tsx'
import { Improvements } from './improvements.tsx'
import './improvements.css'

mount(<Improvements />)
