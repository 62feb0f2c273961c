import type { CorsSettings, ThrottleSettings } from '../gateway/api.ts'
import type { InvokePermission } from '../gateway/permission.ts'

/** A role, with the policies that other resources attached to it. */
export interface PlannedRole {
  readonly name: string
  readonly arn: string
  readonly policies: Readonly<Record<string, unknown>>[]
  readonly tags: Readonly<Record<string, string>>
  /** Services that the trust policy lets wear it. */
  readonly trusted: readonly string[]
}

export interface PlannedFunction {
  readonly name: string
  readonly arn: string
  readonly directory: string
  readonly handler: string
  readonly memoryMb: number
  readonly timeoutSeconds: number
  readonly logGroup: string
  readonly roleArn: string
  readonly variables: Readonly<Record<string, string>>
}

export interface PlannedIntegration {
  readonly functionArn: string
  readonly timeout: number
}

export interface PlannedRoute {
  readonly apiId: string
  readonly key: string
  readonly integrationId: string
}

export interface PlannedStage {
  readonly accessLogFormat?: string
  readonly throttle?: ThrottleSettings
  readonly routeThrottles: ReadonlyMap<string, ThrottleSettings>
}

export interface PlannedApi {
  readonly id: string
  readonly cors?: CorsSettings
}

/**
 * What the walk through the template leaves behind. Tables and keys are made at once; roles, functions and the API are
 * only complete when the last policy, permission and route was seen, so they are raised from here afterwards.
 */
export interface Plan {
  readonly roles: Map<string, PlannedRole>
  readonly functions: Map<string, PlannedFunction>
  readonly permissions: InvokePermission[]
  readonly apis: PlannedApi[]
  readonly integrations: Map<string, PlannedIntegration>
  readonly routes: PlannedRoute[]
  readonly stages: Map<string, PlannedStage>
}

export const emptyPlan = (): Plan => ({
  roles: new Map(),
  functions: new Map(),
  permissions: [],
  apis: [],
  integrations: new Map(),
  routes: [],
  stages: new Map(),
})
