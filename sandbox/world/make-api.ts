import * as z from 'zod'
import type { Maker } from '../assembly/deploy.ts'
import { UnknownInAssembly } from '../assembly/problems.ts'
import { unknownVariables } from '../gateway/access-log.ts'
import type { CorsSettings, ThrottleSettings } from '../gateway/api.ts'
import { generatedId } from './names.ts'
import type { Plan } from './plan.ts'

const texts = z.array(z.string()).default([])

const apiShape = z.object({
  CorsConfiguration: z
    .object({
      AllowCredentials: z.boolean().default(false),
      AllowHeaders: texts,
      AllowMethods: texts,
      AllowOrigins: texts,
      ExposeHeaders: texts,
      MaxAge: z.number().optional(),
    })
    .optional(),
})

type CorsConfiguration = NonNullable<z.infer<typeof apiShape>['CorsConfiguration']>

const corsOf = (cors: CorsConfiguration): CorsSettings => ({
  allowCredentials: cors.AllowCredentials,
  allowHeaders: cors.AllowHeaders,
  allowMethods: cors.AllowMethods,
  allowOrigins: cors.AllowOrigins,
  exposeHeaders: cors.ExposeHeaders,
  ...(cors.MaxAge === undefined ? {} : { maxAge: cors.MaxAge }),
})

/** `AWS::ApiGatewayV2::Api`. Its endpoint is the gateway of this world. */
export const apiMaker =
  (plan: Plan, endpoint: string): Maker =>
  (resource) => {
    const { CorsConfiguration } = apiShape.parse(resource.properties)
    const id = generatedId(resource)
    plan.apis.push({ id, ...(CorsConfiguration === undefined ? {} : { cors: corsOf(CorsConfiguration) }) })
    return { ref: id, attributes: { ApiEndpoint: endpoint, ApiId: id } }
  }

const integrationShape = z.object({
  IntegrationUri: z.string(),
  TimeoutInMillis: z.number().max(30_000).default(30_000),
})

export const integrationMaker =
  (plan: Plan): Maker =>
  (resource) => {
    const { IntegrationUri, TimeoutInMillis } = integrationShape.parse(resource.properties)
    const id = generatedId(resource)
    plan.integrations.set(id, { functionArn: IntegrationUri, timeout: TimeoutInMillis })
    return { ref: id, attributes: {} }
  }

const routeShape = z.object({ ApiId: z.string(), RouteKey: z.string(), Target: z.string() })

export const routeMaker =
  (plan: Plan): Maker =>
  (resource) => {
    const { ApiId, RouteKey, Target } = routeShape.parse(resource.properties)
    plan.routes.push({ apiId: ApiId, key: RouteKey, integrationId: Target.replace('integrations/', '') })
    const id = generatedId(resource)
    return { ref: id, attributes: { RouteId: id } }
  }

const settings = z.object({ ThrottlingBurstLimit: z.number().optional(), ThrottlingRateLimit: z.number().optional() })

const stageShape = z.object({
  ApiId: z.string(),
  AccessLogSettings: z.object({ Format: z.string() }).optional(),
  DefaultRouteSettings: settings.optional(),
  RouteSettings: z
    .record(z.string(), z.strictObject({ ...settings.shape, DetailedMetricsEnabled: z.boolean().optional() }))
    .default({}),
})

const throttleOf = (given: z.infer<typeof settings> | undefined): ThrottleSettings | undefined => {
  const { ThrottlingBurstLimit: burstLimit, ThrottlingRateLimit: rateLimit } = given ?? {}
  return burstLimit === undefined || rateLimit === undefined ? undefined : { burstLimit, rateLimit }
}

/** `AWS::ApiGatewayV2::Stage`: access log and throttles. */
export const stageMaker =
  (plan: Plan): Maker =>
  (resource) => {
    const stage = stageShape.parse(resource.properties)
    const format = stage.AccessLogSettings?.Format
    const unknowns = unknownVariables(format ?? '').map((name) => ({
      stack: resource.stack.name,
      where: resource.logicalId,
      what: `access log variable $context.${name} is not known`,
    }))
    if (unknowns.length > 0) throw new UnknownInAssembly(unknowns)
    const throttle = throttleOf(stage.DefaultRouteSettings)
    plan.stages.set(stage.ApiId, {
      ...(format === undefined ? {} : { accessLogFormat: format }),
      ...(throttle === undefined ? {} : { throttle }),
      routeThrottles: new Map(
        Object.entries(stage.RouteSettings).flatMap(([key, given]) => {
          const own = throttleOf(given)
          return own === undefined ? [] : [[key, own] as const]
        }),
      ),
    })
    return { ref: '$default', attributes: {} }
  }
