import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError } from '../core/input-error.ts'
import { type Language, languageOf } from '../core/messages/messages.ts'
import { startBackend } from './backend.ts'
import { localMessages } from './messages/messages.ts'
import { readOptions } from './options.ts'
import { ordersFile } from './orders-file.ts'
import { runProgram } from './run-program.ts'
import { sample } from './sample/sample.ts'
import { startWorkbench, type WorkbenchOptions } from './workbench/server.ts'

type NewWorkbook = Awaited<ReturnType<WorkbenchOptions['initial']>>

const dist = fileURLToPath(new URL('..', import.meta.url))
const person = { sub: 'local-person', email: 'you@example.com', name: 'You' }

/**
 * Everything on one machine: `npm start`, with `-- --orders FILE.csv` for a person's own orders, or `-- --customers 60` for
 * a smaller sample.
 *
 * The page at `?as=mei@example.com` is somebody else's: whoever opened it last is signed in, so that one can try what a
 * second person sees.
 *
 * The workbench, the API and its store run in this process on loopback. Data is kept under `.tiersheet/`, a folder for
 * the sample and one for each file of orders.
 */
await runProgram(async () => {
  const machine = new Intl.DateTimeFormat().resolvedOptions()
  const options = readOptions(process.argv.slice(2), {
    port: '4180',
    orders: '',
    customers: '600',
    data: '',
    language: languageOf(machine.locale),
    timezone: machine.timeZone,
  })
  const language = languageOf(options.language)
  const words = localMessages(language).start
  const dir = options.data || join('.tiersheet', options.orders ? folderName(options.orders) : 'sample')
  const known = existsSync(join(dir, 'workbook.json'))
  if (options.orders && known) console.log(words.loadedBefore({ file: options.orders, dir }))

  let who = person
  const port = Number(options.port)
  const backend = await free(port === 0 || port === 65_535 ? 0 : port + 1, (at) => startBackend({ dir, port: at }))
  const workbench = await free(port, async (at) =>
    startWorkbench({
      dir,
      addonDir: join(dist, 'addon'),
      pageDir: join(dist, 'workbench'),
      port: at,
      apiUrl: backend.url,
      identityToken: () => backend.identityToken(who),
      signIn: (email) => {
        who = email ? { sub: `local-${email.toLowerCase()}`, email, name: email } : person
      },
      locale: language,
      initial: () => newWorkbook(options, language),
      log: ({ level, text }) => level === 'error' && process.stderr.write(`${text}\n`),
    }),
  ).catch(async (error) => {
    await backend.close()
    throw error
  })
  console.log(words.ready({ url: workbench.url }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await workbench.close()
      await backend.close()
      process.exit(0)
    })
  }
})

type Told = { orders: string; customers: string; timezone: string }

async function newWorkbook({ orders, customers, timezone: timeZone }: Told, language: Language): Promise<NewWorkbook> {
  const locale = language === 'en' ? 'en_US' : 'zh_CN'
  if (!orders) return { ...sample({ language, customers: Number(customers) }), locale, timeZone }
  const { name, sheets, summary, notice } = await ordersFile(orders, language)
  for (const line of summary) console.log(line)
  return { name, sheets, locale, timeZone, notice }
}

/** Starts on the port, or on any free one where another program has it. */
async function free<T>(port: number, start: (port: number) => Promise<T>): Promise<T> {
  try {
    return await start(port)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return start(0)
  }
}

/** One folder a file: the name for people, and a mark of where it lies. */
function folderName(file: string): string {
  const name = basename(file)
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
  if (!name) throw new InputError('ordersFileMissing', { file })
  const path = createHash('sha256').update(resolve(file)).digest('hex').slice(0, 8)
  return `orders-${name}-${path}`
}
