import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CfnResource, Stack } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whoMay } from '../../functions/request/access.ts'
import { pageRoutes } from '../../functions/routes/page-routes.ts'
import { routes } from '../../functions/routes/routes.ts'
import { Breach } from '../../functions/store/wall.ts'
import { appUnderRules, tiersheetApp } from '../../infra/tiersheet-app.ts'
import { tableDefinition, timeToLiveAttribute } from '../../local/dynamodb/table.ts'

const ASKED = {
  stage: 'prod',
  audience: 'one,two',
  mailFrom: 'desk@example.com',
  alarmEmail: 'owner@example.com',
  pagesAtOnce: '50',
}

let dist: string
let template: Template
let names: string[]
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'functions-'))
  for (const name of ['lambda', 'public-pages', 'audit', 'sweep']) {
    mkdirSync(join(dist, name))
    writeFileSync(join(dist, name, 'index.mjs'), 'export const handler = () => undefined\n')
  }
  // With all rules of cdk-nag and CloudFormation: it throws where one is broken.
  const [made] = synthesised(ASKED)
  template = Template.fromJSON(made!)
  names = Object.keys(template.toJSON().Resources)
})
afterAll(() => rmSync(dist, { recursive: true }))

/** The templates of a stage, held to all rules. */
function synthesised(context: Record<string, string>): Record<string, unknown>[] {
  return tiersheetApp(dist, context)
    .synth()
    .stacks.map(({ templateFullPath }) => JSON.parse(readFileSync(templateFullPath, 'utf8')))
}

type Properties = Record<string, unknown>

function propertiesOf(type: string): Properties[] {
  return Object.values(template.findResources(type)).map(({ Properties }) => Properties as Properties)
}

type Statement = { Action: string | string[]; Resource: unknown; Effect: string; Condition?: unknown }

/** All that the role of a part of the stack may do. */
function statementsOf(part: string): Statement[] {
  const policies = propertiesOf('AWS::IAM::Policy').filter(({ PolicyName }) => String(PolicyName).startsWith(part))
  return policies.flatMap(({ PolicyDocument }) => (PolicyDocument as { Statement: Statement[] }).Statement)
}

const allowed = (part: string) =>
  statementsOf(part)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action)
    .sort()

const STORE = ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Query', 'UpdateItem']
const store = STORE.map((action) => `dynamodb:${action}`)
const log = ['logs:CreateLogStream', 'logs:PutLogEvents']

describe('what is kept', () => {
  test('the table is the one that the store is tested on', () => {
    const [table] = propertiesOf('AWS::DynamoDB::GlobalTable')
    const { KeySchema, GlobalSecondaryIndexes, BillingMode, AttributeDefinitions } = tableDefinition
    expect(table).toMatchObject({
      KeySchema,
      GlobalSecondaryIndexes,
      BillingMode,
      TimeToLiveSpecification: { AttributeName: timeToLiveAttribute, Enabled: true },
    })
    expect(table?.AttributeDefinitions).toHaveLength(AttributeDefinitions.length)
    expect(table?.AttributeDefinitions).toEqual(expect.arrayContaining(AttributeDefinitions))
  })

  test('what people entered cannot be lost by an update, a deletion or a mistake', () => {
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        SSESpecification: { SSEEnabled: true },
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        ],
      },
    })
    const [plan] = propertiesOf('AWS::Backup::BackupPlan') as { BackupPlan: { BackupPlanRule: Properties[] } }[]
    expect(plan?.BackupPlan.BackupPlanRule.map(({ Lifecycle }) => Lifecycle)).toEqual([{ DeleteAfterDays: 90 }])
    template.resourceCountIs('AWS::Backup::BackupSelection', 1)
  })

  test('what outlives the stack is in the way of no other: the vault has a name of its own each time', () => {
    const [vault] = propertiesOf('AWS::Backup::BackupVault')
    expect(JSON.stringify(vault?.BackupVaultName)).toContain('AWS::StackId')
    template.hasResource('AWS::SES::EmailIdentity', { DeletionPolicy: 'RetainExceptOnCreate' })
  })

  test('a restored table is used in place of the own one, which stays as it is and can be gone back to', () => {
    const app = tiersheetApp(dist, { ...ASKED, table: 'restored' })
    const made = Template.fromStack(app.node.findChild('Tiersheet-prod') as Stack)
    const tables = 'AWS::DynamoDB::GlobalTable'
    expect(made.findResources(tables)).toEqual(template.findResources(tables))
    const environments = Object.values(made.findResources('AWS::Lambda::Function')).map(
      ({ Properties }) => (Properties as { Environment: { Variables: Properties } }).Environment.Variables,
    )
    expect(environments.map(({ TABLE_NAME }) => TABLE_NAME)).toEqual(Array(4).fill('restored'))
    const policies = JSON.stringify(made.findResources('AWS::IAM::Policy'))
    expect(policies).toContain(':table/restored')
    expect(policies).toContain(':table/restored/index/gsi2')
    expect(JSON.stringify(made.findResources('AWS::Backup::BackupSelection'))).toContain(':table/restored')
  })
})

describe('what functions may do', () => {
  test.each([
    ['Backend', [...store, ...log, 'secretsmanager:GetSecretValue']],
    ['Pages', [...store, ...log, 'secretsmanager:GetSecretValue']],
    ['Audit', [...store, ...log, 'sqs:SendMessage']],
    ['SweepRole', [...store, ...log, 'secretsmanager:GetSecretValue', 'ses:SendEmail', 'sqs:SendMessage']],
  ])('%s: what its store does and its task needs, no more', (part, actions) => {
    expect(allowed(part).filter((action) => action !== 'lambda:InvokeFunction')).toContain('dynamodb:Query')
    expect([...new Set(allowed(part))].filter((action) => action !== 'lambda:InvokeFunction')).toEqual(
      [...new Set(actions)].sort(),
    )
  })

  test('nobody changes or deletes an event of a complaint or an entry of the audit trail', () => {
    const partitions = ['W#*#QE#*', 'W#*#AU']
    for (const part of ['Backend', 'Pages', 'Audit', 'SweepRole']) {
      expect(statementsOf(part).filter(({ Effect }) => Effect === 'Deny')).toEqual([
        {
          Effect: 'Deny',
          Action: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
          Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Table/), 'Arn'] },
          Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': partitions } },
        },
      ])
    }
    // What writes around it, without asking for either right.
    const all = propertiesOf('AWS::IAM::Policy')
      .map((policy) => JSON.stringify(policy))
      .join()
    expect(all).not.toMatch(/BatchWriteItem|PartiQL|dynamodb:\*/)
  })

  test('nobody may read what no key leads to', () => {
    expect(JSON.stringify(propertiesOf('AWS::IAM::Policy'))).not.toContain('dynamodb:Scan')
  })

  test('no right has a wildcard, in what may be done or in what with, and no function has a policy of AWS', () => {
    const open = propertiesOf('AWS::IAM::Policy')
      .flatMap(({ PolicyDocument }) => (PolicyDocument as { Statement: Statement[] }).Statement)
      .filter(({ Action, Resource }) => /\*/.test(JSON.stringify([Action, Resource])))
    expect(open).toEqual([])
    const managed = propertiesOf('AWS::IAM::Role').flatMap(({ ManagedPolicyArns = [] }) => ManagedPolicyArns)
    expect(JSON.stringify(managed)).toMatch(
      /^\[\{"Fn::Join":\["",\["arn:",\{"Ref":"AWS::Partition"\},":iam::aws:policy\/service-role\/AWSBackup\w+"\]\]\}\]$/,
    )
  })

  test('e-mail goes out from one address, and what becomes of it is counted', () => {
    const [send] = statementsOf('SweepRole').filter(({ Action }) => Action === 'ses:SendEmail')
    expect(send?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'desk@example.com' } })
    template.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: 'desk@example.com' })
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        MatchingEventTypes: ['send', 'reject', 'delivery', 'bounce', 'complaint'],
        CloudWatchDestination: {
          DimensionConfigurations: [
            { DimensionName: 'stage', DimensionValueSource: 'messageTag', DefaultDimensionValue: 'prod' },
          ],
        },
      },
    })
  })
})

describe('routes', () => {
  const keyed = () =>
    new Map(propertiesOf('AWS::ApiGatewayV2::Route').map((route) => [route.RouteKey as string, route]))
  const functionOf = ({ Target }: Properties) => {
    const integration = /"(Api\w*?)(Backend|Pages)\w*"/.exec(JSON.stringify(Target))?.[0] ?? ''
    return integration.includes('Pages') ? 'Pages' : 'Backend'
  }

  test('every route of the app reaches its function, and Google tokens are demanded where a person calls', () => {
    const keys = keyed()
    for (const route of routes) {
      const { method, path, operationId } = route
      const serving = [...keys.keys()].filter((key) => serves(key, method.toUpperCase(), path)).sort(narrower)[0]
      const reached = serving ? keys.get(serving) : undefined
      const who = whoMay(operationId)
      const byPerson = typeof who === 'string' && who !== 'public'
      expect([operationId, reached?.AuthorizationType, reached && functionOf(reached)]).toEqual([
        operationId,
        byPerson ? 'JWT' : 'NONE',
        pageRoutes.includes(route) ? 'Pages' : 'Backend',
      ])
    }
  })

  test('nothing is open to callers without a Google token that no route of the app, description or health needs', () => {
    const open = [...keyed()].filter(([, { AuthorizationType }]) => AuthorizationType !== 'JWT').map(([key]) => key)
    const own = ['GET /openapi.json', 'GET /health']
    const needed = routes.filter(({ operationId }) => ['public', 'object'].includes(kindOf(whoMay(operationId))))
    const isNeeded = (key: string) => needed.some(({ method, path }) => serves(key, method.toUpperCase(), path))
    expect(open.filter((key) => !own.includes(key) && !isNeeded(key))).toEqual([])
  })

  test('tokens are of Google, for the add-on', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://accounts.google.com', Audience: ['one', 'two'] },
    })
  })

  test('each is throttled, and the log of them holds no path, which may be a secret', () => {
    const [stage] = propertiesOf('AWS::ApiGatewayV2::Stage') as { RouteSettings: Record<string, Properties> }[]
    expect(stage).toMatchObject({ DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 } })
    expect(Object.keys(stage?.RouteSettings ?? {}).sort()).toEqual([...keyed().keys()].sort())
    expect(stage?.RouteSettings['POST /s/{proxy+}']).toMatchObject({ ThrottlingRateLimit: 50 })
    expect(JSON.stringify((stage as Properties | undefined)?.AccessLogSettings)).not.toMatch(
      /context\.(path|http\.path)|querystring/i,
    )
  })
})

describe('functions', () => {
  test('they run on arm64 and the current Node, know what they need, and no secret', () => {
    const functions = propertiesOf('AWS::Lambda::Function')
    expect(functions).toHaveLength(4)
    for (const { Runtime, Architectures } of functions)
      expect([Runtime, Architectures]).toEqual(['nodejs24.x', ['arm64']])
    expect(JSON.stringify(functions)).not.toMatch(/resolve:secretsmanager|"SIGNING_KEY"/)
    template.hasResourceProperties('AWS::Lambda::Function', {
      Timeout: 29,
      ReservedConcurrentExecutions: 50,
      Environment: {
        Variables: {
          TABLE_NAME: { Ref: Match.stringLikeRegexp('^Table') },
          PUBLIC_URL: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Api'), 'ApiEndpoint'] },
          SIGNING_KEY_ARN: { Ref: Match.stringLikeRegexp('^SigningKey') },
          AUDIENCE: 'one,two',
        },
      },
    })
    for (const { RetentionInDays } of propertiesOf('AWS::Logs::LogGroup')) expect(RetentionInDays).toBeGreaterThan(0)
  })

  test('the scheduled ones have a queue for what failed and for what never began, and are tried once', () => {
    const schedules = propertiesOf('AWS::Scheduler::Schedule')
    expect(schedules.map(({ ScheduleExpression }) => ScheduleExpression).sort()).toEqual([
      'cron(0/15 2-6 * * ? *)',
      'rate(1 minute)',
    ])
    for (const { Target } of schedules) {
      expect(Target).toMatchObject({ DeadLetterConfig: {}, RetryPolicy: { MaximumRetryAttempts: 0 } })
    }
    const withQueue = propertiesOf('AWS::Lambda::Function').filter(({ DeadLetterConfig }) => DeadLetterConfig)
    expect(withQueue).toHaveLength(2)
    const tries = propertiesOf('AWS::Lambda::EventInvokeConfig').map(({ MaximumRetryAttempts }) => MaximumRetryAttempts)
    expect(tries).toEqual([0, 0])
  })
})

describe('who is told', () => {
  test('every alarm tells the topic, and the topic the address', () => {
    const alarms = propertiesOf('AWS::CloudWatch::Alarm')
    for (const { AlarmActions, AlarmDescription } of alarms) {
      expect([AlarmDescription, JSON.stringify(AlarmActions)]).toEqual([
        AlarmDescription,
        expect.stringContaining('AlarmTopic'),
      ])
    }
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'owner@example.com' })
  })

  test.each([
    'ServerErrors',
    'Breaches',
    'ScheduledErrors',
    'SlowRequests',
    'SweepStopped',
    'MailBounces',
    'MailComplaints',
    'BackupFailures',
    ...['ReadThrottleEvents', 'WriteThrottleEvents', 'SystemErrors'].map((kind) => `Table${kind}`),
    ...['Api', 'Pages', 'Sweep', 'Audit'].flatMap((name) => [`${name}Failures`, `${name}Throttles`]),
    ...['Api', 'Pages', 'Sweep'].map((name) => `${name}NearTimeout`),
    ...['Sweep', 'Audit'].flatMap((name) => [`${name}Lying`, `${name}Old`]),
  ])('there is an alarm %s', (id) => {
    expect(names.filter((name) => new RegExp(`^${id}[0-9A-F]{8}$`).test(name))).toHaveLength(1)
  })

  test('what the wall between workspaces stops is counted in the logs of what answers requests, as it is logged', () => {
    const filters = filtersOf('Breaches')
    expect(filters).toHaveLength(2)
    const [counted] = propertiesOf('AWS::CloudWatch::Alarm').filter(({ MetricName }) => MetricName === 'Breaches')
    for (const { FilterPattern, LogGroupName, MetricTransformations } of filters) {
      expect(FilterPattern).toBe(`{ $.failure.name = "${new Breach('').name}" }`)
      expect(JSON.stringify(LogGroupName)).toMatch(/BackendLog|PagesLog/)
      expect(MetricTransformations).toEqual([
        { MetricName: 'Breaches', MetricNamespace: counted?.Namespace, MetricValue: '1' },
      ])
    }
  })

  test('what the sweep and the audit log as an error is counted', () => {
    const filters = filtersOf('ScheduledErrors')
    expect(filters.map(({ FilterPattern }) => FilterPattern)).toEqual(Array(2).fill('{ $.level = "ERROR" }'))
    expect(filters.map(({ LogGroupName }) => JSON.stringify(LogGroupName)).join()).toMatch(/SweepLog.*AuditLog/)
  })

  test('a month that costs too much is told, and a page shows what goes on', () => {
    template.hasResourceProperties('AWS::Budgets::Budget', { Budget: { BudgetLimit: { Amount: 100, Unit: 'USD' } } })
    template.hasResourceProperties('AWS::CloudWatch::Dashboard', { DashboardName: 'tiersheet-prod' })
  })
})

describe('stages and rules', () => {
  test('what belongs to a stage is named and tagged after it; the one to try things on goes with its data', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      Name: 'tiersheet-prod',
      Tags: { project: 'tiersheet', stage: 'prod' },
    })
    const dev = tiersheetApp(dist, { stage: 'dev' }).node.findChild('Tiersheet-dev') as Stack
    const made = Template.fromStack(dev)
    made.hasResource('AWS::DynamoDB::GlobalTable', { DeletionPolicy: 'Delete' })
    made.resourceCountIs('AWS::Backup::BackupPlan', 0)
    made.hasResourceProperties('AWS::ApiGatewayV2::Stage', { DefaultRouteSettings: { ThrottlingRateLimit: 20 } })
    expect(() => tiersheetApp(dist, { stage: 'test' })).toThrow('There is no stage test: choose dev or prod.')
  })

  test('the add-on is told its address, and whose tokens are accepted', () => {
    expect(Object.keys(template.toJSON().Outputs).sort()).toEqual(['ApiUrl', 'Audience', 'Stage', 'TableName'])
    expect(template.toJSON().Outputs.Audience.Value).toBe('one,two')
  })

  test.each<[string, (stack: Stack) => unknown, string]>([
    ['cdk-nag', (stack) => new Queue(stack, 'Queue'), 'The SQS queue does not require requests to use SSL.'],
    [
      'CloudFormation',
      (stack) => new CfnResource(stack, 'Queue', { type: 'AWS::SQS::Queue', properties: { Nonsense: 1 } }),
      "Additional properties are not allowed ('Nonsense' was unexpected)",
    ],
  ])('a rule of %s that is broken ends the synthesis', (_, plant, told) => {
    const app = appUnderRules({})
    plant(new Stack(app, 'Planted'))
    expect(() => app.synth()).toThrow(told)
  })
})

/** What counts lines of logs under a name. */
function filtersOf(metric: string): Properties[] {
  const filters = propertiesOf('AWS::Logs::MetricFilter')
  return filters.filter((filter) => JSON.stringify(filter.MetricTransformations).includes(metric))
}

function kindOf(who: unknown): string {
  return typeof who === 'object' ? 'object' : String(who)
}

/** Whether API Gateway's route key takes a request for the app's path. */
function serves(key: string, method: string, path: string): boolean {
  const [keyMethod, keyPath] = key.split(' ') as [string, string]
  const pattern = keyPath.replace(/\{\w+\+\}/g, '.+').replace(/\{\w+\}/g, '[^/]+')
  return (keyMethod === 'ANY' || keyMethod === method) && new RegExp(`^${pattern}$`).test(path)
}

/** API Gateway prefers a full match to a greedy one, and then a method to any. */
function narrower(a: string, b: string): number {
  const greed = (key: string) => Number(key.includes('+}')) * 2 + Number(key.startsWith('ANY'))
  return greed(a) - greed(b)
}
