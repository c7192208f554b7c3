import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  type HttpRoute,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

/** Routes of people signed in with Google: the authorizer turns others away before the function runs. */
const PEOPLE = [
  '/v1/workspaces',
  '/v1/workspaces/{proxy+}',
  '/v1/invitations',
  '/v1/invitations/{proxy+}',
  '/v1/audience-codes/{proxy+}',
]

/** Routes whose key or link the function checks itself, and those that hold nothing of anyone. */
const OPEN: [HttpMethod, string][] = [
  [HttpMethod.GET, '/openapi.json'],
  [HttpMethod.GET, '/health'],
  [HttpMethod.POST, '/v1/workspaces/{workspaceId}/cells'],
  [HttpMethod.POST, '/v1/workspaces/{workspaceId}/kpis/read'],
  ...['/s/{proxy+}', '/f/{proxy+}', '/c/{proxy+}'].flatMap((path): [HttpMethod, string][] => [
    [HttpMethod.GET, path],
    [HttpMethod.POST, path],
  ]),
]

/** Neither paths nor query strings: the path of a public page holds its secret. */
const LOGGED = {
  time: '$context.requestTime',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  error: '$context.error.message',
  authorizer: '$context.authorizer.error',
}

/** The address of the backend; routes come with `addRoutes`, once the function behind them knows that address. */
export function httpApi(scope: Construct): HttpApi {
  return new HttpApi(scope, 'Api', { apiName: 'tiersheet', createDefaultStage: false })
}

export function addRoutes(api: HttpApi, backend: Lambda, audience: string[]): void {
  const integration = new HttpLambdaIntegration('Backend', backend)
  const authorizer = new HttpJwtAuthorizer('Google', 'https://accounts.google.com', { jwtAudience: audience })
  const add = (path: string, method: HttpMethod, who?: IHttpRouteAuthorizer) =>
    api.addRoutes({ path, methods: [method], integration, ...(who && { authorizer: who }) })

  for (const path of PEOPLE) add(path, HttpMethod.ANY, authorizer)
  const open = OPEN.flatMap(([method, path]) => add(path, method))
  for (const route of open) {
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Open by design: the function checks the document key or link, or the reply is the same for everyone.',
    })
  }
  addStage(api, open)
}

/** One address may ask often enough for a team's spreadsheets, and each open route for a survey's busiest minute. */
function addStage(api: HttpApi, open: HttpRoute[]): void {
  const log = new LogGroup(api, 'AccessLog', {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const stage = new HttpStage(api, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 200, burstLimit: 400 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(log),
      format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
    },
  })
  const limits = OPEN.map(([method, path]) => [
    `${method} ${path}`,
    { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
  ])
  ;(stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(limits)
  stage.node.addDependency(...open)
}
