import { expected, send } from './acting.ts'
import { MEMBER } from './prepared.ts'
import type { World } from './world.ts'

/** Somebody looks at what has to be followed up; complaints that are still wanted are opened by that. */
export async function listFollowUps(world: World): Promise<void> {
  const { chance } = world
  const { workspaceId } = chance.pick(world.places)
  await followUpsListed(world, workspaceId, 1 + chance.below(3))
}

export async function followUpsListed(world: World, workspaceId: string, limit: number): Promise<void> {
  let after = ''
  do {
    const query = `limit=${limit}${after && `&after=${encodeURIComponent(after)}`}`
    const path = `/v1/workspaces/${workspaceId}/follow-ups?${query}`
    const page = await send(world, { method: 'GET', path, as: MEMBER })
    if (page?.status !== 200) return expected(world, page, [], 'follow-ups')
    after = page.body.next ?? ''
  } while (after)
}
