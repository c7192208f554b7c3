import { testMoved } from './moved-tabs.ts'
import { entryStandard } from './subjects/entry-standard.ts'

testMoved(entryStandard)
