import { mount } from '../kit/mount.tsx'
import { KpiSheet } from './kpi-sheet.tsx'

mount(<KpiSheet />)
