import { testMoved } from './moved-tabs.ts'
import { settingUp } from './subjects/set-up.ts'

testMoved(settingUp)
