import { testMoved } from './moved-tabs.ts'
import { customerPage } from './subjects/customer-page.ts'

testMoved(customerPage)
