import { testMoved } from './moved-tabs.ts'
import { scores } from './subjects/scores.ts'

testMoved(scores)
