import { join } from 'node:path'
import { Annotations, App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import settings from './settings.json' with { type: 'json' }
import { stageNamed } from './stage.ts'
import { TiersheetStack } from './tiersheet-stack.ts'

/** Nobody's: stands where no client id is known yet. */
const NOBODY = 'nobody'

/**
 * The deployment of one stage as a CDK app; CloudFormation's own rules, as cdk-nag's, end its synthesis when they are broken.
 *
 * Each can be asked for by `--context name=value`, or in the environment by the name that `settings.json` has for it.
 *
 * - `stage`: `prod`, or `dev` to try things on, which goes with its data when it is destroyed.
 * - `audience`: the add-on's OAuth client ids, separated by commas.
 * - `mailFrom`: the address that e-mail is sent from; `mailVerified=yes` where it or its domain is verified in SES already.
 * - `alarmEmail`: who is told of alarms and cost.
 * - `pagesAtOnce`: how many public pages are answered at once at the most; a new account's quota has no room for it.
 * - `table`: the table that a backup was restored to, in place of the stack's own, which is left as it is.
 *
 * @param dist Folder of the built functions.
 */
export function tiersheetApp(dist: string, context: Record<string, unknown> = {}): App {
  const app = appUnderRules(context)
  const asked = (name: keyof typeof settings): string | undefined =>
    settingSaid(app.node.tryGetContext(name) || process.env[settings[name]])
  const audience = (asked('audience') ?? '').split(',').filter((id) => id !== '')
  const pagesAtOnce = asked('pagesAtOnce')
  const stage = stageNamed(asked('stage') ?? 'prod')
  const stack = new TiersheetStack(app, `Tiersheet-${stage.name}`, {
    stage,
    built: {
      api: join(dist, 'lambda'),
      pages: join(dist, 'public-pages'),
      audit: join(dist, 'audit'),
      sweep: join(dist, 'sweep'),
    },
    audience: audience.length > 0 ? audience : [NOBODY],
    mailFrom: asked('mailFrom'),
    mailIsVerified: asked('mailVerified') === 'yes',
    alarmEmail: asked('alarmEmail'),
    restoredTable: asked('table'),
    ...(pagesAtOnce !== undefined && { pagesAtOnce: Number(pagesAtOnce) }),
  })
  const warn = (id: string, message: string) => Annotations.of(stack).addWarningV2(`tiersheet:${id}`, message)
  if (audience.length === 0) {
    warn('audience', 'Nobody will be able to sign in: set TIERSHEET_AUDIENCE to the OAuth client id of the add-on.')
  }
  if (!asked('alarmEmail')) warn('alarmEmail', 'Nobody is told of alarms and cost: set TIERSHEET_ALARM_EMAIL.')
  return app
}

/** A setting may be taken back by `no`. */
function settingSaid(said: string | undefined): string | undefined {
  return said === '' || said === 'no' ? undefined : said
}

/** An app whose synthesis ends where a rule of CloudFormation or of cdk-nag is broken. */
export function appUnderRules(context: Record<string, unknown>): App {
  const app = new App({ context: { '@aws-cdk/core:validateAgainstDefaultRules': true, ...context } })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return app
}
