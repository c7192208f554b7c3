import { bundleSizes } from './bundle-sizes.ts'
import { cold } from './cold.ts'
import { complaints } from './complaints.ts'
import { costs } from './costs.ts'
import { customerFile } from './customer-file.ts'
import { flood } from './flood.ts'
import { functions } from './functions.ts'
import { importAnswers } from './import-answers.ts'
import { kpi } from './kpi.ts'
import { recalculation } from './recalculation.ts'
import { surveys } from './surveys.ts'

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'

/** `npm run bench`, or `npm run bench -- functions bundleSizes` for some of them; `--large` reads a million answers too. */
const measurements = {
  functions,
  recalculation,
  customerFile,
  importAnswers,
  surveys,
  complaints,
  kpi,
  flood,
  cold,
  costs,
  bundleSizes,
}
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const unknown = chosen.filter((name) => !(name in measurements))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. Choose from ${Object.keys(measurements).join(', ')}.`)
  process.exit(1)
}
for (const [name, measure] of Object.entries(measurements)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  console.log(`\n${name}`)
  console.table(await measure())
}
process.exit(0)
