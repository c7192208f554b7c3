import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  CloudWatchDimensionSource,
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'
import type { Stage } from './stage.ts'

/** What sending e-mail needs. */
export type Mail = { from: string; configurationSet: string; maySend: PolicyStatement }

export type MailProps = {
  stage: Stage
  /** The address that e-mail is sent from. */
  from: string
  /** Whether the address or its domain is verified in SES already; else SES is told to ask the address to confirm. */
  isVerified: boolean
}

/**
 * E-mail by SES. What bounces or is complained of is not written to again, and is counted; whom it went to is kept nowhere.
 *
 * In SES's sandbox it also asks for the right to the receiver's identity, where that is one of the account's own: such a
 * receiver is refused, and reached once the account is out of the sandbox.
 */
export function mail(scope: Construct, { stage, from, isVerified }: MailProps): Mail {
  const set = new ConfigurationSet(scope, 'Mail', {
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  })
  const { SEND, REJECT, DELIVERY, BOUNCE, COMPLAINT } = EmailSendingEvent
  const byStage = { source: CloudWatchDimensionSource.MESSAGE_TAG, name: 'stage', defaultValue: stage.name }
  set.addEventDestination('MailEvents', {
    destination: EventDestination.cloudWatchDimensions([byStage]),
    events: [SEND, REJECT, DELIVERY, BOUNCE, COMPLAINT],
  })
  // An account has each address once: another stage may send from it, and so it stays when this one goes.
  if (!isVerified) {
    const identity = new EmailIdentity(scope, 'MailFrom', { identity: Identity.email(from) })
    identity.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
  }
  const domain = from.slice(from.indexOf('@') + 1)
  const arn = (resource: string, resourceName: string) =>
    Stack.of(scope).formatArn({ service: 'ses', resource, resourceName })
  const maySend = new PolicyStatement({
    actions: ['ses:SendEmail'],
    resources: [arn('identity', from), arn('identity', domain), arn('configuration-set', set.configurationSetName)],
    conditions: { StringEquals: { 'ses:FromAddress': from } },
  })
  return { from, configurationSet: set.configurationSetName, maySend }
}
