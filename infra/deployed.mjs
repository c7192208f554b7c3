import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * The stage that is meant: `--context stage=dev`, `-c stage=dev`, or TIERSHEET_STAGE; `prod` where nothing is said.
 *
 * @param {string[]} args A command's arguments.
 */
export function stageAsked(args) {
  const told = args.findLast((arg) => /^(--context=|-c=)?stage=/.test(arg))
  return told?.replace(/^.*stage=/, '') || process.env.TIERSHEET_STAGE || 'prod'
}

/** Where `npm run deploy` keeps what a stage's stack put out. */
export function deployedFile(stage) {
  return join(ROOT, '.deployed', `${stage}.json`)
}

/**
 * What the add-on has to know of a deployment.
 *
 * @param {string} stage
 * @param {string} [file] What `cdk deploy --outputs-file` wrote.
 * @returns {{ apiUrl: string }}
 * @throws Error, one sentence, where nothing was deployed or nobody could sign in.
 */
export function deployed(stage, file = deployedFile(stage)) {
  const outputs = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8'))[`tiersheet-${stage}`] : undefined
  if (!outputs?.ApiUrl) throw new Error(`Nothing is deployed as ${stage} from this folder: run npm run deploy first.`)
  if (!outputs.Audience || outputs.Audience === 'nobody') {
    throw new Error(
      `Nobody could sign in to ${stage}: set TIERSHEET_AUDIENCE to the OAuth client id of the add-on and run npm run deploy again.`,
    )
  }
  return { apiUrl: outputs.ApiUrl }
}
