import { ask, type Reply, type Request } from './ask.ts'
import { steadily } from './steadily.ts'

/** Public addresses: a survey's open link, a customer's own one, the complaint forms of two workspaces. */
export type Targets = { pages: string; survey: string; own: string; form: string; otherForm: string }

/** Of one kind of requests: how many were answered as they should be, were refused as too many, or neither. */
type Tally = { passed: number; refused: number; failed: number }

/** What strangers do, and how often a second. */
const PER_SECOND = {
  'a page, one address': 40,
  'links that lead nowhere, one address': 20,
  'pages, many addresses': 10,
  'links that lead nowhere, many addresses': 5,
  "a customer's own link, many addresses": 10,
  'answers, many addresses': 3,
  'complaints, many addresses': 3,
  'complaints, one address': 1,
}

type Kind = keyof typeof PER_SECOND
export type Tallies = Record<Kind, Tally>

const MANY = 250

const targets = JSON.parse(process.argv[2] as string) as Targets
const run = Math.random().toString(36).slice(2)
let n = 0

const page: Request = { headers: { Accept: 'text/html' } }
/** Each of these comes back now and then, so that none is refused for itself. */
const another = () => `127.1.0.${1 + (n++ % MANY)}`
const nowhere = () => ask(`${targets.pages}/s/nobody.${`${run}${n++}`.padEnd(43, 'x')}`, { from: '127.2.0.2' })

const does: Record<Kind, () => Promise<Reply>> = {
  'a page, one address': () => ask(targets.survey, { ...page, from: '127.2.0.1' }),
  'links that lead nowhere, one address': nowhere,
  'pages, many addresses': () => ask(targets.survey, { ...page, from: another() }),
  'links that lead nowhere, many addresses': () => ask(`${targets.pages}/c/nobody.${n}`, { from: another() }),
  "a customer's own link, many addresses": () => ask(targets.own, { ...page, from: another() }),
  'answers, many addresses': () => told(targets.survey, { answers: { nps: n % 11 } }, another()),
  'complaints, many addresses': () => told(targets.form, message(), another()),
  'complaints, one address': () => told(targets.otherForm, message(), '127.2.0.3'),
}

const kinds = Object.keys(does) as Kind[]
const tallies = Object.fromEntries(kinds.map((kind) => [kind, { passed: 0, refused: 0, failed: 0 }])) as Tallies

/** A flood of so many seconds when its parent says so; what came of it since it was started is told when it is over. */
process.on('disconnect', () => process.exit(0))
process.on('message', async (seconds: number) => {
  await Promise.all(kinds.map((kind) => steadily(PER_SECOND[kind], seconds, () => counted(kind))))
  process.send?.(tallies)
})

async function counted(kind: Kind): Promise<void> {
  const status = await does[kind]().then(
    (reply) => reply.status,
    () => 599,
  )
  const isRight = kind.startsWith('links that lead nowhere') ? status === 404 : status < 300
  tallies[kind][isRight ? 'passed' : status === 429 ? 'refused' : 'failed']++
}

/** Opens a form and sends it. */
async function told(url: string, body: object, from: string): Promise<Reply> {
  const opened = await ask(url, { from })
  if (opened.status !== 200) return opened
  return ask(url, { method: 'POST', body: { ...body, ticket: JSON.parse(opened.text).ticket }, from })
}

function message(): object {
  return { description: `The pallet ${n++} arrived wet.`, name: 'Mei', phone: '010 5555 0100' }
}
