import { testMoved } from './moved-tabs.ts'
import { backend } from './subjects/backend.ts'

testMoved(backend)
