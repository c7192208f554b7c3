import { startBackend } from '../../local/backend.ts'
import type { SheetTable } from '../../local/sheet-table.ts'
import { startWorkbench } from '../../local/workbench/server.ts'
import { preparedAnswers } from '../addon/imported-answers.ts'

/**
 * Imports a tab of answers on the data folder given, prints a line after each page, and ends after the last.
 * Started again on the same folder it goes on, as a person would.
 */
const [dir = '', dist = '', rows = '0'] = process.argv.slice(2)
const person = { sub: 'tester', email: 'tester@example.com', name: 'Tester' }
const backend = await startBackend({ dir, port: 0 })
const workbench = await startWorkbench({
  dir,
  addonDir: `${dist}/addon`,
  pageDir: `${dist}/workbench`,
  port: 0,
  apiUrl: backend.url,
  identityToken: () => backend.identityToken(person),
  locale: 'en',
  initial: () => ({ name: 'Import', locale: 'en_US', timeZone: 'UTC', sheets: [answers(Number(rows))] }),
})
const run = <T>(name: string, ...args: unknown[]) => workbench.script.run(name, ...args) as Promise<T>

if (!(await run('currentConnection'))) await run('connectWorkspace', 'Team', 'connect-once')
const { surveyId } = await run<{ surveyId: string }>('createSurvey', 'Killed', 'create-once')
const { prepared, send } = await preparedAnswers(run, surveyId, 'Answers')
process.stdout.write(`${JSON.stringify({ known: prepared.known })}\n`)
await send(({ taken }) => process.stdout.write(`${JSON.stringify({ taken })}\n`))
const summary = await run('surveySummary', surveyId)
process.stdout.write(`${JSON.stringify({ summary })}\n`)
await workbench.close()
await backend.close()

function answers(count: number): SheetTable {
  const columns: SheetTable['columns'] = ['text', 'text', 'number']
  const cells = Array.from({ length: count }, (_, at) => [
    `c${at % 400}`,
    `2026-03-${String(1 + (at % 28)).padStart(2, '0')}`,
    at % 11,
  ])
  return { name: 'Answers', header: ['Customer ID', 'Date', 'NPS'], columns, rows: cells }
}
