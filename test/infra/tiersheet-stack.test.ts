import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { whoMay } from '../../functions/request/access.ts'
import { routes } from '../../functions/routes/routes.ts'
import { TiersheetStack } from '../../infra/tiersheet-stack.ts'
import { tableDefinition, timeToLiveAttribute } from '../../local/dynamodb/table.ts'

let codeDir: string
let template: Template
beforeAll(() => {
  vi.stubEnv('CDK_VALIDATION', 'false') // Ten seconds; `npm run synth` does it.
  codeDir = mkdtempSync(join(tmpdir(), 'function-'))
  writeFileSync(join(codeDir, 'index.mjs'), 'export const handler = () => undefined\n')
  template = Template.fromStack(
    new TiersheetStack(new App(), 'Test', {
      codeDir,
      auditDir: codeDir,
      sweepDir: codeDir,
      mailFrom: 'desk@example.com',
      audience: ['one', 'two'],
    }),
  )
}, 120_000)
afterAll(() => rmSync(codeDir, { recursive: true }))

type Properties = Record<string, unknown>

function propertiesOf(type: string): Properties[] {
  return Object.values(template.findResources(type)).map(({ Properties }) => Properties as Properties)
}

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
})

type Statement = { Action: string | string[]; Resource: unknown }

function statementsOf(isPolicy: (name: string) => boolean): Statement[] {
  const policies = propertiesOf('AWS::IAM::Policy').filter(({ PolicyName }) => isPolicy(PolicyName as string))
  return policies.flatMap(({ PolicyDocument }) => (PolicyDocument as { Statement: Statement[] }).Statement)
}

test('the audit alone may scan, runs at night until it is through, and reaches nothing but the table', () => {
  const statements = statementsOf((name) => name.startsWith('Audit'))
  expect(statements.flatMap(({ Action }) => Action).sort()).toEqual([
    'dynamodb:BatchGetItem',
    'dynamodb:ConditionCheckItem',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:Query',
    'dynamodb:Scan',
    'dynamodb:UpdateItem',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ])
  expect(JSON.stringify(statements)).not.toContain('*')
  template.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'cron(0/15 2-6 * * ? *)' })
})

test('the function may do what its store does: no scan, no wildcard on the table', () => {
  const statements = statementsOf((name) => name.startsWith('Role'))
  const actions = statements.flatMap(({ Action }) => Action).sort()
  expect(actions).toEqual([
    'dynamodb:BatchGetItem',
    'dynamodb:ConditionCheckItem',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'xray:PutTelemetryRecords',
    'xray:PutTraceSegments',
  ])
  const wide = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('*'))
  expect(wide.flatMap(({ Action }) => Action)).toEqual(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'])
  expect(propertiesOf('AWS::IAM::Role').flatMap(({ ManagedPolicyArns }) => ManagedPolicyArns ?? [])).toEqual([])
})

test('the sweep runs every minute, reads by the due index, sends from one address, and tells what never started', () => {
  const statements = statementsOf((name) => name.startsWith('SweepRole'))
  const actions = statements.flatMap(({ Action }) => Action)
  expect(actions.filter((action) => action.startsWith('dynamodb:')).sort()).toEqual([
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
  ])
  expect(statements.find(({ Action }) => Action === 'ses:SendEmail')).toMatchObject({
    Condition: { StringEquals: { 'ses:FromAddress': 'desk@example.com' } },
  })
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(1 minute)',
    Target: { DeadLetterConfig: { Arn: Match.anyValue() }, RetryPolicy: { MaximumRetryAttempts: 0 } },
  })
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { MAIL_FROM: 'desk@example.com', SIGNING_KEY: Match.anyValue() } },
  })
})

test('every route of the app reaches it, and Google tokens are demanded where a person calls', () => {
  const keys = new Map(propertiesOf('AWS::ApiGatewayV2::Route').map((route) => [route.RouteKey as string, route]))
  for (const { operationId, method, path } of routes) {
    const who = whoMay(operationId)
    const key = [...keys.keys()].filter((candidate) => serves(candidate, method.toUpperCase(), path)).sort(narrower)[0]
    const byPerson = typeof who === 'string' && who !== 'public'
    expect([path, key && keys.get(key)?.AuthorizationType]).toEqual([path, byPerson ? 'JWT' : 'NONE'])
  }
})

test('nothing but these is open to callers without a Google token', () => {
  const open = propertiesOf('AWS::ApiGatewayV2::Route').filter(({ AuthorizationType }) => AuthorizationType !== 'JWT')
  expect(open.map(({ RouteKey }) => RouteKey).sort()).toEqual([
    'GET /c/{proxy+}',
    'GET /f/{proxy+}',
    'GET /health',
    'GET /openapi.json',
    'GET /s/{proxy+}',
    'POST /c/{proxy+}',
    'POST /f/{proxy+}',
    'POST /s/{proxy+}',
    'POST /v1/workspaces/{workspaceId}/cells',
    'POST /v1/workspaces/{workspaceId}/kpis/read',
  ])
})

test('tokens are of Google, for the add-on', () => {
  template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: 'https://accounts.google.com', Audience: ['one', 'two'] },
  })
})

test('requests are throttled, and the log of them holds no path, which may be a secret', () => {
  const [stage] = propertiesOf('AWS::ApiGatewayV2::Stage')
  expect(stage).toMatchObject({ DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 } })
  expect(stage?.RouteSettings).toHaveProperty('POST /s/{proxy+}')
  expect(JSON.stringify(stage?.AccessLogSettings)).not.toMatch(/context\.(path|http\.path)|querystring/i)
})

test('the function runs on the current Node, and knows its table, its address and whom to believe', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
    Timeout: 29,
    Environment: {
      Variables: {
        TABLE_NAME: { Ref: Match.stringLikeRegexp('^Table') },
        PUBLIC_URL: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Api'), 'ApiEndpoint'] },
        SIGNING_KEY: Match.anyValue(),
        AUDIENCE: 'one,two',
      },
    },
  })
  for (const { RetentionInDays } of propertiesOf('AWS::Logs::LogGroup')) expect(RetentionInDays).toBeGreaterThan(0)
})

/** Whether API Gateway's route key takes a request for the app's path. */
function serves(key: string, method: string, path: string): boolean {
  const [keyMethod, keyPath] = key.split(' ') as [string, string]
  const pattern = keyPath.replace(/\{\w+\+\}/g, '.+').replace(/\{\w+\}/g, '[^/]+')
  return (keyMethod === 'ANY' || keyMethod === method) && new RegExp(`^${pattern}$`).test(path)
}

/** API Gateway prefers a full match to a greedy one. */
function narrower(a: string, b: string): number {
  return Number(a.includes('+}')) - Number(b.includes('+}'))
}
