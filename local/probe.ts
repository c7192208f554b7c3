import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { emulatedAnswers } from './probe/emulated-answers.ts'

/**
 * What the emulation answers at each point of the probe, beside what a real spreadsheet answered.
 *
 *     node dist/local/probe.js [found.json]
 *
 * Ends with 1 where they differ, or where the file does not hold what `probe()` logged.
 */
const [file] = process.argv.slice(2)
const here = await emulatedAnswers()
if (file === undefined) {
  console.log(JSON.stringify(here, null, 2))
  console.log('\nPush dist/probe/ to a spreadsheet made for it and save what probe() logs: docs/unproven.md says how.')
} else {
  const there = answersIn(await readFile(file, 'utf8'))
  const rows = Object.entries(here).map(([point, answer]) => {
    const found = there[point]
    const verdict = found === undefined ? 'not tried' : isDeepStrictEqual(found, answer) ? 'the same' : 'DIFFERS'
    return { point, verdict, here: JSON.stringify(answer), there: JSON.stringify(found) ?? '' }
  })
  console.table(rows)
  if (rows.some(({ verdict }) => verdict !== 'the same')) process.exitCode = 1
}

function answersIn(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text)
  } catch {
    console.error(`${file} is not what probe() logged: save its one line of JSON as it is.`)
    process.exit(1)
  }
}
