import { testMoved } from './moved-tabs.ts'
import { functions } from './subjects/functions.ts'

testMoved(functions)
