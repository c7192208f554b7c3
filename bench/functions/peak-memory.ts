import { readFileSync } from 'node:fs'
import { orderTab } from './cells.ts'
import { generatedOrders } from './generated.ts'
import { openScript } from './script.ts'

/** A process of its own: RFM of a tab of a million orders, then the most memory that it ever held, in KB. */
const tab = openScript(readFileSync(process.argv[2] as string, 'utf8'))
tab.call('rfmOfTab', orderTab(tab, generatedOrders(1_000_000, 100_000)))
console.log(process.resourceUsage().maxRSS)
