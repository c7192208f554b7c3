import { testMoved } from './moved-tabs.ts'
import { ownStatistics } from './subjects/own-statistics.ts'

testMoved(ownStatistics)
