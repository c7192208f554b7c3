import { TABLE } from '../../local/backend.ts'
import { asked } from './client.ts'
import { driven } from './driven.ts'
import type { Engine } from './engine/engine.ts'
import type { Answers } from './ledger.ts'
import type { Machine } from './machine.ts'
import { FOLLOW_UP, questions, staffQuestions } from './questions.ts'

/** An open survey of a workspace; `name` is for traces and for the marks in answers. */
export type Place = {
  name: string
  workspaceId: string
  surveyId: string
  link: string
  /** So many answers through its links at the most. */
  quota?: number
  /** The last day on which it can be answered. */
  closesOn?: string
  isStaff?: boolean
  followsUp?: boolean
  /** Whether it may have answers that are old enough to expire. */
  expires?: boolean
  /** Answers that every world begins with. */
  before: Answers[]
}

export const MEMBER = 'ann'
export const STRANGER = 'eve'
export const LAST_DAY = '2026-03-09'

type Settings = Pick<Place, 'quota' | 'closesOn'> & { kind?: 'staff'; staffGroup?: string; followUp?: object[] }
const SURVEYS: Record<string, Record<string, Settings>> = {
  A: {
    A1: {},
    A2: {},
    Q1: { quota: 2 },
    K1: { closesOn: LAST_DAY },
    F1: { followUp: FOLLOW_UP },
    S1: { kind: 'staff', staffGroup: 'team', closesOn: LAST_DAY },
  },
  B: { B1: {}, E1: { followUp: FOLLOW_UP } },
}
/** So many of staff have answered before: fewer are never shown. */
const STAFF = ['x', 'x', 'x', 'x', 'x', 'x', 'y', 'y', 'y', 'y', 'y']

/** Two workspaces of one person with their surveys: plain ones, and one of each kind that has rules of its own. */
export async function prepared(engine: Engine, machine: Machine): Promise<Place[]> {
  const places: Place[] = []
  let operations = 0
  for (const [workspace, surveys] of Object.entries(SURVEYS)) {
    const { workspaceId } = await made('/v1/workspaces', { name: workspace })
    for (const [name, { quota, closesOn, ...settings }] of Object.entries(surveys)) {
      const isStaff = settings.kind === 'staff'
      const at = `/v1/workspaces/${workspaceId}/surveys`
      const about = { title: name, questions: isStaff ? staffQuestions : questions, quota, closesOn, ...settings }
      const { surveyId } = await made(at, about)
      const { link } = await made(`${at}/${surveyId}/open`)
      if (name === 'A2') await spread(engine, `W#${workspaceId}#M#${surveyId}`)
      const expires = name === 'E1'
      const kind = { isStaff, expires, followsUp: settings.followUp !== undefined, ...(quota && { quota }) }
      const path = new URL(link!).pathname
      const before = isStaff ? await answered(name, path) : []
      places.push({
        name,
        workspaceId: workspaceId!,
        surveyId: surveyId!,
        link: path,
        before,
        ...kind,
        ...(closesOn && { closesOn }),
      })
    }
  }
  return places

  async function answered(name: string, path: string): Promise<Answers[]> {
    const all = STAFF.map((team, at) => ({ nps: at % 11, team, mark: `${name}/before/${at}#0` }))
    for (const answers of all) {
      const { ticket } = await told('GET', path)
      await told('POST', path, { ticket, answers })
    }
    return all
  }

  function made(path: string, body?: object): Promise<Record<string, string>> {
    return told('POST', path, body, `prepare-${++operations}`)
  }

  async function told(method: 'GET' | 'POST', path: string, body?: object, operation = 'none') {
    const response = await driven(machine, machine.handled(asked({ method, path, as: MEMBER, body, operation })))
    if (response === 'died' || response.status >= 300) throw new Error(`${path}: ${JSON.stringify(response)}`)
    return JSON.parse(response.text) as Record<string, string>
  }
}

/** Over two partitions: the API spreads over 1, 16 or 64, so many would make a world slow. */
async function spread(engine: Engine, pk: string): Promise<void> {
  const Update = {
    TableName: TABLE,
    Key: { pk, sk: 'META' },
    UpdateExpression: 'SET buckets = :buckets',
    ExpressionAttributeValues: { ':buckets': 2 },
  }
  await engine.perform('TransactWriteItems', { TransactItems: [{ Update }] }, 0)
}
