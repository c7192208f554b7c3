import type { Reply } from '../client.ts'
import { expected, write } from './acting-in-team.ts'
import type { Audience, Key, Publication } from './team-ledger.ts'
import type { TeamWorld } from './team-world.ts'

/** What every publication holds. */
const KPIS = ['nps', 'csat', 'answers']

export async function addAudience(world: TeamWorld): Promise<void> {
  const { chance, ledger } = world
  const workspaceId = chance.pick(world.workspaces)
  const body = { kind: 'position', name: `Position ${chance.below(4)}` }
  const reply = await write(world, 'POST', `/v1/workspaces/${workspaceId}/audiences`, body)
  expected(world, reply, ['audienceExists', 'stale'], 'audience')
  if (reply?.status === 201) {
    ledger.audiences.push({ workspaceId, audienceId: reply.body.audienceId, removal: 'none', asked: 0 })
  }
}

export async function removeAudience(world: TeamWorld): Promise<void> {
  const { chance, ledger } = world
  if (ledger.audiences.length === 0) return addAudience(world)
  const audience = chance.pick(ledger.audiences)
  const { workspaceId, audienceId } = audience
  if (audience.removal === 'none') audience.removal = 'asked'
  audience.asked++
  const reply = await write(world, 'DELETE', `/v1/workspaces/${workspaceId}/audiences/${audienceId}`)
  expected(world, reply, audience.asked > 1 ? ['notFound', 'stale'] : ['stale'], 'removal')
  if (reply?.status === 200) audience.removal = 'done'
}

/** The same KPIs are given to other audiences, at once or in pages, or taken from all. */
export async function publish(world: TeamWorld): Promise<void> {
  const { chance, ledger } = world
  const workspaceId = chance.pick(world.workspaces)
  const there = ledger.audiences.filter((each) => each.workspaceId === workspaceId)
  const audiences = chance.happens(0.15) ? [] : there.filter(() => chance.happens(0.6))
  const number = ledger.publications.length + 1
  const publication: Publication = {
    ...{ workspaceId, number, audiences, begun: ledger.moment() },
    ...{ done: Number.POSITIVE_INFINITY, refused: false },
  }
  ledger.publications.push(publication)
  const figures = audiences.length === 0 ? [] : KPIS.map((kpi) => figure(kpi, number))
  const about = {
    asOf: new Date(world.machine.now()).toISOString(),
    audiences: audiences.map((each) => each.audienceId),
  }
  const withdraw = audiences.length === 0 ? KPIS.map((kpi) => ({ kpi })) : []
  const pages = figures.length > 0 && chance.happens(0.4) ? figures.map((each) => [each]) : [figures]
  let reply: Reply | undefined
  for (const [at, page] of pages.entries()) {
    const more = at < pages.length - 1
    const inPages = pages.length > 1 && { publication: { id: `publication-${number}`, more } }
    reply = await write(world, 'POST', `/v1/workspaces/${workspaceId}/kpis`, {
      ...about,
      figures: page,
      withdraw,
      ...inPages,
    })
    expected(world, reply, unknown(audiences), 'publication')
    if (!reply || reply.status >= 300) break
    if (reply.body.readable === more) ledger.violation(`A page of ${pages.length} is told to be readable.`)
  }
  if (reply?.status === 200) publication.done = ledger.moment()
  else if (reply) publication.refused = true
}

function unknown(audiences: Audience[]): string[] {
  return audiences.some(({ removal }) => removal !== 'none') ? ['audienceUnknown', 'stale'] : ['stale']
}

function figure(kpi: string, value: number) {
  return { kpi, label: kpi, unit: 'points', by: '', group: '', value, n: value, direction: 1 }
}

type Seen = { kpi: string; value: number; n: number }

/** Figures that were read are those of one publication, which their reader may see, and which none has replaced for sure. */
export function checkSeen(world: TeamWorld, key: Key, figures: Seen[], during: { begun: number; ended: number }): void {
  const wrong = whatIsWrong(world, key, figures, during)
  if (wrong) world.ledger.violation(`Figures ${wrong}: ${JSON.stringify(figures)}`)
}

function whatIsWrong(
  { ledger }: TeamWorld,
  { workspaceId, audience }: Key,
  figures: Seen[],
  { begun, ended }: { begun: number; ended: number },
): string | undefined {
  const all = ledger.publications.filter((each) => each.workspaceId === workspaceId && !each.refused)
  const numbers = new Set(figures.flatMap(({ value, n }) => [value, n]))
  const isFor = (each: Publication) => !audience || each.audiences.includes(audience)
  const [last] = all.filter(({ done }) => done <= begun).sort((a, b) => b.done - a.done)
  const isMeanwhile = (since: number) => all.some((each) => each !== last && each.begun < ended && each.done > since)
  if (figures.length > 0) {
    const shown = all.find(({ number }) => numbers.has(number))
    if (numbers.size > 1) return 'are of several publications'
    if (!shown || !isFor(shown)) return 'are not for who reads them'
    if (last && shown.done < last.begun) return `were replaced by those of ${last.number}`
    return figures.length < KPIS.length && !isMeanwhile(begun) ? 'are seen in part' : undefined
  }
  const isThere = last && isFor(last) && last.audiences.some(({ removal }) => removal === 'none')
  return isThere && !isMeanwhile(last.begun) ? `of ${last.number} are missing` : undefined
}
