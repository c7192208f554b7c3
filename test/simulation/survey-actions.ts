import { expected, pathOf, strayWorkspace, write } from './acting.ts'
import type { Answers } from './ledger.ts'
import type { Place } from './prepared.ts'
import { extra, questions } from './questions.ts'
import type { World } from './world.ts'

/** Somebody closes a survey, and soon opens it again. */
export async function changeSurvey(world: World): Promise<void> {
  const { chance, ledger, machine } = world
  const place = chance.pick(world.places)
  const closing = ledger.closings.get(place.name) ?? { opening: 0, opened: 0, closed: false }
  ledger.closings.set(place.name, closing)
  const { opened } = closing
  const closed = await write(world, 'PATCH', pathOf(place), { ...strayWorkspace(world, place), status: 'closed' })
  expected(world, closed, [409], 'closing')
  closing.closed = closed?.status === 200 && closing.opening === 0 && closing.opened === opened
  await machine.pause(chance.below(chance.happens(0.3) ? 20_000 : 300))
  closing.opening++
  closing.opened++
  closing.closed = false
  expected(world, await write(world, 'POST', `${pathOf(place)}/open`), [409], 'opening')
  closing.opening--
}

/** The questions change: other words, and one more or less. Those of a version stay as they are. */
export async function changeQuestions(world: World): Promise<void> {
  const { chance } = world
  const place = chance.pick(world.places)
  const asked = [...questions, ...(chance.happens(0.6) ? [extra] : [])]
  asked[1] = { ...asked[1]!, title: `Service, ${chance.pick(['please', 'today', 'again'])}?` }
  const reply = await write(world, 'PATCH', pathOf(place), { ...strayWorkspace(world, place), questions: asked })
  expected(world, reply, [409], 'questions')
  if (reply?.status === 200) noteVersion(world, place, reply.body.version, reply.body.questions)
}

/** Whether a page also asks what some versions ask; its questions are those of the version that its ticket names. */
export function asksMore(world: World, place: Place, page: { ticket: string; questions: { id: string }[] }) {
  noteVersion(world, place, Number(page.ticket.split('.')[2]), page.questions)
  const isAsked = page.questions.some(({ id }) => id === extra.id) && world.chance.happens(0.7)
  return (isAsked ? { extra: 1 + world.chance.below(5) } : {}) satisfies Partial<Answers>
}

function noteVersion({ ledger }: World, { name }: Place, version: number, asked: object): void {
  const key = `${name} version ${version}`
  const before = ledger.versions.get(key) ?? JSON.stringify(asked)
  ledger.versions.set(key, before)
  if (before !== JSON.stringify(asked)) ledger.violation(`${key} asks ${JSON.stringify(asked)}, before ${before}.`)
}
