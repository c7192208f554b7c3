import { testMoved } from './moved-tabs.ts'
import { improvements } from './subjects/improvements.ts'

testMoved(improvements)
