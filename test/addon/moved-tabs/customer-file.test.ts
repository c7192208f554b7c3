import { testMoved } from './moved-tabs.ts'
import { customerFile } from './subjects/customer-file.ts'

testMoved(customerFile)
