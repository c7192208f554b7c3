import { TABLE } from '../../local/backend.ts'
import { asked } from './client.ts'
import { driven } from './driven.ts'
import type { Engine } from './engine/engine.ts'
import type { Machine } from './machine.ts'

/** An open survey of a workspace; `name` is for traces and for the marks in answers. */
export type Place = { name: string; workspaceId: string; surveyId: string; link: string; buckets: number }

export const MEMBER = 'ann'
export const STRANGER = 'eve'

const questions = [
  { id: 'nps', type: 'nps', title: 'Recommend?', required: true },
  { id: 'service', type: 'csat', title: 'Service?' },
  {
    id: 'why',
    type: 'multiple',
    title: 'Why?',
    options: ['a', 'b', 'c'].map((id) => ({ id, label: `Because ${id}` })),
  },
  { id: 'mark', type: 'text', title: 'Mark' },
]

/** Two workspaces of one person, the first with two surveys, of which one spreads its answers over two partitions. */
export async function prepared(engine: Engine, machine: Machine): Promise<Place[]> {
  const places: Place[] = []
  let operations = 0
  for (const [workspace, surveys] of Object.entries({ A: ['A1', 'A2'], B: ['B1'] })) {
    const { workspaceId } = await made('/v1/workspaces', { name: workspace })
    for (const name of surveys) {
      const at = `/v1/workspaces/${workspaceId}/surveys`
      const { surveyId } = await made(at, { title: name, questions })
      const { link } = await made(`${at}/${surveyId}/open`)
      const buckets = name === 'A2' ? 2 : 1
      await spread(engine, `W#${workspaceId}#M#${surveyId}`, buckets)
      places.push({ name, workspaceId: workspaceId!, surveyId: surveyId!, link: new URL(link!).pathname, buckets })
    }
  }
  return places

  async function made(path: string, body?: object): Promise<Record<string, string>> {
    const request = asked({ method: 'POST', path, as: MEMBER, body, operation: `prepare-${++operations}` })
    const response = await driven(machine, machine.handled(request))
    if (response === 'died' || response.status >= 300) throw new Error(`${path}: ${JSON.stringify(response)}`)
    return JSON.parse(response.text)
  }
}

/** The API spreads over 1, 16 or 64 partitions; so many would make a world slow. */
async function spread(engine: Engine, pk: string, buckets: number): Promise<void> {
  const Update = {
    TableName: TABLE,
    Key: { pk, sk: 'META' },
    UpdateExpression: 'SET buckets = :buckets',
    ExpressionAttributeValues: { ':buckets': buckets },
  }
  await engine.perform('TransactWriteItems', { TransactItems: [{ Update }] }, 0)
}
