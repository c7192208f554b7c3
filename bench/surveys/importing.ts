import { BatchWriteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { TABLE } from '../../local/backend.ts'
import type { MeasuredBackend } from './measured-backend.ts'
import { PAGE, pageOfRows } from './rows.ts'
import { type Took, together, took } from './took.ts'

const BATCH = 25
/** After so many pages the engine takes this many bare batches: what slows the machine down slows both. */
const PAGES_A_ROUND = 20
const BATCHES_A_ROUND = 100

const NOTHING: Took = { seconds: 0, processorSeconds: 0 }

/** What importing took, what so many bare items took in between, and how many those were. */
export type Imported = { took: Took; bare: Took; bareItems: number }

/**
 * Imports answers through HTTP, page after page, and puts items in between that are answers in size and indexes by bare
 * BatchWriteItem, 25 at a time.
 *
 * @param isCompared Else nothing is put in between.
 */
export async function importing(
  backend: MeasuredBackend,
  survey: string,
  answers: number,
  isCompared: boolean,
): Promise<Imported> {
  const perDay = Math.ceil(answers / 365)
  const pages = answers / PAGE
  const imported: Imported = { took: NOTHING, bare: NOTHING, bareItems: 0 }
  for (let page = 0; page < pages; page++) {
    const rows = pageOfRows(page, perDay)
    const spent = await took(() => backend.call('POST', `${survey}/answers/import`, { rows }))
    imported.took = together(imported.took, spent)
    if ((page + 1) % PAGES_A_ROUND > 0) continue
    console.error(`${(page + 1) * PAGE} of ${answers} answers imported, in ${imported.took.seconds.toFixed(0)} s`)
    if (!isCompared) continue
    const alike = await storedAnswers(backend, survey, rows[0]!.date)
    imported.bare = together(imported.bare, await took(() => putBare(backend, alike, page)))
    imported.bareItems += BATCHES_A_ROUND * BATCH
  }
  return imported
}

/** Items of a day of a survey, as they are stored. */
async function storedAnswers({ db }: MeasuredBackend, survey: string, day: string) {
  const [workspaceId, surveyId] = survey.split('/').filter((_, at) => at === 3 || at === 5)
  const query = new QueryCommand({
    TableName: TABLE,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :day)',
    ExpressionAttributeValues: { ':pk': `W#${workspaceId}#S#${surveyId}#0`, ':day': `R#${day}#` },
    Limit: BATCH,
  })
  return (await db.send(query)).Items!
}

async function putBare({ db }: MeasuredBackend, alike: Record<string, unknown>[], round: number): Promise<void> {
  for (let batch = 0; batch < BATCHES_A_ROUND; batch++) {
    const puts = Array.from({ length: BATCH }, (_, at) => {
      const Item = { ...alike[at % alike.length], pk: `bare ${round}`, sk: `${batch} ${at}`, gsi1sk: `${batch} ${at}` }
      return { PutRequest: { Item } }
    })
    await db.send(new BatchWriteCommand({ RequestItems: { [TABLE]: puts } }))
  }
}
