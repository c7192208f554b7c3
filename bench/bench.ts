import { bundleSizes } from './bundle-sizes.ts'
import { importAnswers } from './import-answers.ts'
import { recalculation } from './recalculation.ts'

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'

/** `npm run bench`, or `npm run bench -- recalculation` for one of them. */
const measurements = { recalculation, importAnswers, bundleSizes }
const chosen = process.argv[2]
for (const [name, measure] of Object.entries(measurements)) {
  if (chosen !== undefined && chosen !== name) continue
  console.log(`\n${name}`)
  console.table(await measure())
}
process.exit(0)
