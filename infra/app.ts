import { join } from 'node:path'
import { Annotations, App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { TiersheetStack } from './tiersheet-stack.ts'

/**
 * The deployment. Run from the project's folder, after the function is built.
 *
 * TIERSHEET_MAIL_FROM, or `--context mailFrom=`: the address that e-mail is sent from, verified in SES.
 * TIERSHEET_AUDIENCE, or `--context audience=`: the add-on's OAuth client ids, separated by commas.
 */
// CloudFormation's own rules, as cdk-nag's, end the synthesis when they are broken.
const app = new App({ context: { '@aws-cdk/core:validateAgainstDefaultRules': true } })
const asked: string = app.node.tryGetContext('audience') ?? process.env.TIERSHEET_AUDIENCE ?? ''
const audience = asked.split(',').filter((id) => id !== '')
const stack = new TiersheetStack(app, 'Tiersheet', {
  codeDir: join('dist', 'functions', 'lambda'),
  auditDir: join('dist', 'functions', 'audit'),
  sweepDir: join('dist', 'functions', 'sweep'),
  mailFrom: app.node.tryGetContext('mailFrom') ?? process.env.TIERSHEET_MAIL_FROM,
  audience: audience.length > 0 ? audience : ['nobody'],
})
if (audience.length === 0) {
  const message = 'Nobody will be able to sign in: set TIERSHEET_AUDIENCE to the OAuth client id of the add-on.'
  Annotations.of(stack).addWarningV2('tiersheet:audience', message)
}
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
