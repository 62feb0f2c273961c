import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CfnStage,
  CorsHttpMethod,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  type ThrottleSettings,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Duration } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import type { FunctionManifest } from '../../shared/wiring/define-function.ts'
import type { Lifetime } from '../lifetimes.ts'
import { accessLogGroup, resourceName } from '../names.ts'
import type { StageValues } from '../stages.ts'

type Route = FunctionManifest['route']

export interface PublicApiProps {
  readonly stage: StageValues
  readonly lifetime: Lifetime
}

/** A door of the HTTP API, with a throttle of its own where the stage's is too generous. */
export interface OpenDoor {
  readonly id: string
  readonly route: Route
  readonly function: IFunction
  readonly throttle?: Required<ThrottleSettings>
}

/** The HTTP API, in two steps: doors need its endpoint in their environment, and it needs the doors to open. */
export class PublicApi extends Construct {
  readonly api: HttpApi
  readonly customDomain: DomainName | undefined
  readonly #props: PublicApiProps

  constructor(scope: Construct, id: string, props: PublicApiProps) {
    super(scope, id)
    this.#props = props
    const { stage } = props
    this.customDomain = domainOf(this, stage)
    this.api = new HttpApi(this, 'Api', {
      apiName: resourceName(stage.name, 'api'),
      createDefaultStage: false,
      // Without a domain of our own here, the API's endpoint is the only way in (or what a CDN in front calls).
      disableExecuteApiEndpoint: this.customDomain !== undefined,
      corsPreflight: {
        // Portals call /session from the browser with the cookie; credentials exclude `*` (Fetch standard, CORS protocol).
        allowOrigins: [...new Set(Object.values(stage.portals))].sort(),
        allowCredentials: true,
        allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.DELETE],
        allowHeaders: ['content-type'],
        maxAge: Duration.hours(1),
      },
    })
  }

  /** The origin browsers use. */
  get publicUrl(): string {
    return this.#props.stage.publicUrl ?? this.api.apiEndpoint
  }

  /** Opens the doors. To be called once, when all of them exist. */
  open(doors: readonly OpenDoor[]): void {
    const { stage, lifetime } = this.#props
    const routes = doors.map(
      ({ id, route, function: handler }) =>
        new HttpRoute(this, id, {
          httpApi: this.api,
          routeKey: routeKey(route),
          integration: new HttpLambdaIntegration('Integration', handler),
        }),
    )
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: accessLogGroup(stage.name),
      retention: lifetime.logRetention,
      removalPolicy: lifetime.removal,
    })
    const entrance = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLog },
      ...(this.customDomain !== undefined && { domainMapping: { domainName: this.customDomain } }),
    })
    const resource = entrance.node.defaultChild
    if (resource instanceof CfnStage) resource.routeSettings = routeThrottles(doors)
    // Route settings are refused while their routes do not exist.
    entrance.node.addDependency(...routes)
  }
}

function domainOf(scope: Construct, { publicUrl, certificateArn }: StageValues): DomainName | undefined {
  if (publicUrl === undefined || certificateArn === undefined) return undefined
  return new DomainName(scope, 'Domain', {
    domainName: new URL(publicUrl).hostname,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
  })
}

const routeThrottles = (doors: readonly OpenDoor[]) =>
  Object.fromEntries(
    doors.flatMap(({ route, throttle }) =>
      throttle === undefined
        ? []
        : [[route, { ThrottlingRateLimit: throttle.rateLimit, ThrottlingBurstLimit: throttle.burstLimit }]],
    ),
  )

const methods: Readonly<Record<string, HttpMethod>> = {
  GET: HttpMethod.GET,
  POST: HttpMethod.POST,
  DELETE: HttpMethod.DELETE,
}

function routeKey(route: Route): HttpRouteKey {
  const [method = '', path = ''] = route.split(' ')
  return HttpRouteKey.with(path, methods[method])
}

/**
 * Who asked for what is not in it: no query string (it carries code and state), no cookie, no header, no address, and not
 * the path either, which a stranger can fill with anything; the route key says which door it was.
 */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTimeEpoch',
    route: '$context.routeKey',
    status: '$context.status',
    bytes: '$context.responseLength',
    latency: '$context.responseLatency',
    integrationLatency: '$context.integrationLatency',
    integrationStatus: '$context.integrationStatus',
    integrationError: '$context.integrationErrorMessage',
    error: '$context.error.responseType',
  }),
)
