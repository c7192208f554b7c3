import { expected, write } from './acting-in-team.ts'
import { changing } from './team-ledger.ts'
import type { TeamWorld } from './team-world.ts'

const CUSTOMERS = Array.from({ length: 6 }, (_, at) => `C${at + 1}`)

/** The customer file is mirrored, page by page. */
export async function mirror(world: TeamWorld): Promise<void> {
  const { chance } = world
  const workspaceId = chance.pick(world.workspaces)
  const some = CUSTOMERS.filter(() => chance.happens(0.7))
  for (let from = 0; from < some.length; from += 3) await page(world, workspaceId, some.slice(from, from + 3))
}

async function page(world: TeamWorld, workspaceId: string, ids: string[]): Promise<void> {
  const { chance, ledger } = world
  const tiers = ids.map(() => chance.pick(['A', 'B', 'C']))
  const customers = ids.map((id, at) => ({ id, tier: tiers[at] }))
  let reply: Awaited<ReturnType<typeof write>>
  const asked = async () => {
    reply = await write(world, 'POST', `/v1/workspaces/${workspaceId}/customers`, { customers })
    expected(world, reply, [], 'customers')
  }
  // Each customer of the page is changed by the one request.
  const nested = ids.reduceRight<() => Promise<void>>(
    (inner, id, at) => () =>
      changing(tierOf(world, workspaceId, id), async () => {
        await inner()
        return reply?.status === 200 ? tiers[at] : undefined
      }),
    asked,
  )
  await nested()
  if (reply?.status !== 200) return
  const { added, changed, unchanged } = reply.body
  if (added + changed + unchanged !== ids.length)
    ledger.violation(`Of ${ids.length} customers ${JSON.stringify(reply.body)}`)
}

/** What a customer's tier is in the mirror; `''` where there is none. */
function tierOf({ ledger }: TeamWorld, workspaceId: string, id: string) {
  return ledger.known<string>(`${workspaceId}/customer/${id}`, '')
}

export function checkMirror(
  world: TeamWorld,
  workspaceId: string,
  items: { pk: string; sk: string; tier?: unknown }[],
): void {
  const there = new Map(items.filter(({ pk }) => pk === `W#${workspaceId}#C`).map((item) => [item.sk, item.tier]))
  for (const id of CUSTOMERS) {
    const { sure } = tierOf(world, workspaceId, id)
    const tier = there.get(id) ?? ''
    if (sure !== undefined && sure !== tier) world.ledger.violation(`${id} is mirrored as ${tier}, not ${sure}.`)
  }
  if ([...there.keys()].some((id) => !CUSTOMERS.includes(id))) world.ledger.violation('Nobody sent a customer.')
}
