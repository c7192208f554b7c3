import { testMoved } from './moved-tabs.ts'
import { privacy } from './subjects/privacy.ts'

testMoved(privacy)
