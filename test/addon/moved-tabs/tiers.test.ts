import { testMoved } from './moved-tabs.ts'
import { tiers } from './subjects/tiers.ts'

testMoved(tiers)
