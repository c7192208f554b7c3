import { Validations } from 'aws-cdk-lib'
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
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { Stage } from './stage.ts'

/** Requests a second that all callers of a route may make together, in a lasting row and at once. */
type Throttle = { rate: number; burst: number }

type Listed = { method: HttpMethod; path: string; throttle?: Throttle }

const TEAMS: Throttle = { rate: 200, burst: 400 }
const PAGES: Throttle = { rate: 100, burst: 200 }
const SUBMITTED: Throttle = { rate: 50, burst: 100 }
const RARE: Throttle = { rate: 5, burst: 10 }

/** Routes of people signed in with Google: the authorizer turns others away before a function runs. */
const PEOPLE: Listed[] = [
  { method: HttpMethod.ANY, path: '/v1/workspaces' },
  { method: HttpMethod.POST, path: '/v1/workspaces', throttle: RARE },
  { method: HttpMethod.ANY, path: '/v1/workspaces/{proxy+}' },
  { method: HttpMethod.ANY, path: '/v1/invitations' },
  { method: HttpMethod.ANY, path: '/v1/invitations/{proxy+}' },
  // A code is short enough to be guessed, given many tries.
  { method: HttpMethod.ANY, path: '/v1/audience-codes/{proxy+}', throttle: RARE },
]

/** Of those, what the function of the pages answers. */
const PREVIEW: Listed = { method: HttpMethod.POST, path: '/v1/workspaces/{workspaceId}/survey-preview' }

/** Routes whose key the function checks itself, and those that hold nothing of anyone. */
const OPEN: Listed[] = [
  { method: HttpMethod.GET, path: '/openapi.json', throttle: RARE },
  { method: HttpMethod.GET, path: '/health', throttle: RARE },
  { method: HttpMethod.POST, path: '/v1/workspaces/{workspaceId}/cells', throttle: PAGES },
  { method: HttpMethod.POST, path: '/v1/workspaces/{workspaceId}/kpis/read', throttle: SUBMITTED },
]

/** Public pages, whose link the function checks itself. */
const LINKS: Listed[] = ['/s/{proxy+}', '/f/{proxy+}', '/c/{proxy+}'].flatMap((path) => [
  { method: HttpMethod.GET, path, throttle: PAGES },
  { method: HttpMethod.POST, path, throttle: SUBMITTED },
])

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

/** The address of the backend; routes come with `addRoutes`, once the functions behind them know that address. */
export function httpApi(scope: Construct, stage: Stage): HttpApi {
  return new HttpApi(scope, 'Api', { apiName: `tiersheet-${stage.name}`, createDefaultStage: false })
}

/** The routes of the functions, with who is let through to them and how often. A test holds them to the app's own. */
export function addRoutes(
  http: HttpApi,
  { api, pages }: { api: Lambda; pages: Lambda },
  audience: string[],
  stage: Stage,
): void {
  const toApi = new HttpLambdaIntegration('Backend', api)
  const toPages = new HttpLambdaIntegration('Pages', pages)
  const google = new HttpJwtAuthorizer('Google', 'https://accounts.google.com', { jwtAudience: audience })
  const add = ({ method, path }: Listed, integration: HttpLambdaIntegration, authorizer?: IHttpRouteAuthorizer) =>
    http.addRoutes({ path, methods: [method], integration, ...(authorizer && { authorizer }) })

  const people = [...PEOPLE.flatMap((each) => add(each, toApi, google)), ...add(PREVIEW, toPages, google)]
  const open = [...OPEN.flatMap((each) => add(each, toApi)), ...LINKS.flatMap((each) => add(each, toPages))]
  for (const route of open) {
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Open by design: the function checks the document key or link, or the reply is the same for everyone.',
    })
  }
  addStage(http, [...people, ...open], stage)
}

function addStage(http: HttpApi, routes: HttpRoute[], stage: Stage): void {
  const log = new LogGroup(http, 'AccessLog', { retention: stage.accessLogs, removalPolicy: stage.removal })
  const share = (requests: number) => Math.max(1, Math.round(requests * stage.throttle))
  const deployed = new HttpStage(http, 'Stage', {
    httpApi: http,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: share(TEAMS.rate), burstLimit: share(TEAMS.burst) },
    accessLogSettings: {
      destination: new LogGroupLogDestination(log),
      format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
    },
  })
  const limits = [...PEOPLE, PREVIEW, ...OPEN, ...LINKS].map(({ method, path, throttle = TEAMS }) => [
    `${method} ${path}`,
    {
      ThrottlingRateLimit: share(throttle.rate),
      ThrottlingBurstLimit: share(throttle.burst),
    },
  ])
  ;(deployed.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(limits)
  deployed.node.addDependency(...routes)
}
