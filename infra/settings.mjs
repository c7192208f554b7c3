import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Settings by name, each with its name in the environment. */
const { stage: _, ...SETTINGS } = JSON.parse(readFileSync(join(ROOT, 'infra', 'settings.json'), 'utf8'))

/** Takes back what was set before. */
const NO = 'no'

/** Where `npm run deploy` keeps what a stage was deployed with. */
export function settingsFile(stage) {
  return join(ROOT, '.deployed', `${stage}.settings.json`)
}

/**
 * What a stage is to be deployed with: what is said by `--context name=value` or in the environment, and of what is not,
 * what it was deployed with from this folder before. A setting that was forgotten in a new terminal would else take e-mail,
 * alarms or everybody's way in away.
 *
 * @param {string} stage
 * @param {string[]} args A command's arguments.
 * @param {Record<string, string | undefined>} environment
 * @param {string} [file] What was kept.
 * @returns {{ settings: Record<string, string>, asBefore: string[] }} Settings by name, and the names of those that were kept.
 */
export function settingsOf(stage, args, environment, file = settingsFile(stage)) {
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const settings = {}
  const asBefore = []
  for (const [name, variable] of Object.entries(SETTINGS)) {
    const said = inArguments(args, name) || environment[variable]
    const value = said || kept[name]
    if (!value || value === NO) continue
    settings[name] = value
    if (!said) asBefore.push(name)
  }
  return { settings, asBefore }
}

/** @throws Error, one sentence, where nobody could sign in. */
export function refuseNobody(stage, { audience }) {
  if (audience) return
  throw new Error(
    `Nobody could sign in to ${stage}: set ${SETTINGS.audience} to the OAuth client id of the add-on, and deploy again.`,
  )
}

/** Settings as the environment of the CDK app has them; those that are not there are blank. */
export function asEnvironment(settings) {
  return Object.fromEntries(Object.entries(SETTINGS).map(([name, variable]) => [variable, settings[name] ?? '']))
}

function inArguments(args, name) {
  const start = new RegExp(`^(--context=|-c=)?${name}=`)
  return args.findLast((arg) => start.test(arg))?.replace(start, '')
}
