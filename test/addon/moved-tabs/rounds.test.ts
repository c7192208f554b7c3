import { testMoved } from './moved-tabs.ts'
import { rounds } from './subjects/rounds.ts'

testMoved(rounds)
