import { testMoved } from './moved-tabs.ts'
import { kpiSheet } from './subjects/kpi-sheet.ts'

testMoved(kpiSheet)
