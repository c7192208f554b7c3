import { testMoved } from './moved-tabs.ts'
import { reports } from './subjects/reports.ts'

testMoved(reports)
