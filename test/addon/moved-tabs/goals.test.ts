import { testMoved } from './moved-tabs.ts'
import { goals } from './subjects/goals.ts'

testMoved(goals)
