import { TABLE } from '../../../local/backend.ts'
import { asked } from '../client.ts'
import { driven } from '../driven.ts'
import type { Engine } from '../engine/engine.ts'
import type { Machine } from '../machine.ts'
import { MEMBER } from '../prepared.ts'
import { FOLLOW_UP, questions } from '../questions.ts'

/** The workspace that every world of the desk begins with: customers, a survey whose low answers open complaints. */
export type Desk = { workspaceId: string; path: string; surveyId: string }

/** Who may edit and is no admin; the desk knows them as li. */
export const EDITOR = 'li@desk.test'

const CUSTOMERS = [
  { id: 'C1', name: 'Northwind', tier: 'A', owner: 'li', segment: 'retail' },
  { id: 'C2', name: 'Contoso', tier: 'B', owner: 'wu', segment: 'trade' },
  { id: 'C3', name: 'Fabrikam' },
]

export async function preparedDesk(engine: Engine, machine: Machine): Promise<Desk> {
  let operations = 0
  const { workspaceId } = await made('/v1/workspaces', { name: 'desk', timeZone: 'UTC' })
  const path = `/v1/workspaces/${workspaceId}`
  await joined(engine, workspaceId!)
  await made(`${path}/customers`, { customers: CUSTOMERS })
  const { surveyId } = await made(`${path}/surveys`, { title: 'F1', questions, followUp: FOLLOW_UP })
  await made(`${path}/surveys/${surveyId}/open`)
  return { workspaceId: workspaceId!, path, surveyId: surveyId! }

  async function made(path: string, body?: object): Promise<Record<string, string>> {
    const request = asked({ method: 'POST', path, as: MEMBER, body, operation: `prepare-${++operations}` })
    const response = await driven(machine, machine.handled(request))
    if (response === 'died' || response.status >= 300) throw new Error(`${path}: ${JSON.stringify(response)}`)
    return JSON.parse(response.text) as Record<string, string>
  }
}

/** Lets the editor in, as whoever made the workspace was. */
async function joined(engine: Engine, workspaceId: string): Promise<void> {
  const items = await engine.items()
  const found = items.find(({ pk, sk }) => pk === `P#${MEMBER}` && sk === `W#${workspaceId}`)
  const Put = { TableName: TABLE, Item: { ...found, pk: `P#${EDITOR}`, role: 'editor' } }
  await engine.perform('TransactWriteItems', { TransactItems: [{ Put }] }, 0)
}
