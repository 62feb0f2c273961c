import type { CorsSettings, ThrottleSettings } from '../gateway/api.ts'
import type { InvokePermission } from '../gateway/permission.ts'
import type { FunctionDefinition } from '../lambda/function-definition.ts'

/** A role, with the policies that other resources attached to it. */
export interface PlannedRole {
  readonly name: string
  readonly arn: string
  readonly policies: Readonly<Record<string, unknown>>[]
  readonly tags: Readonly<Record<string, string>>
  /** Services that the trust policy lets wear it. */
  readonly trusted: readonly string[]
}

/** A function before the rest of the world is there to make its environment from. */
export interface PlannedFunction extends Omit<FunctionDefinition, 'environment'> {
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

/** A rule that calls functions at a rate. */
export interface PlannedSchedule {
  readonly name: string
  readonly arn: string
  readonly everySeconds: number
  readonly functionArns: readonly string[]
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
  readonly schedules: PlannedSchedule[]
}

export const emptyPlan = (): Plan => ({
  roles: new Map(),
  functions: new Map(),
  permissions: [],
  apis: [],
  integrations: new Map(),
  routes: [],
  stages: new Map(),
  schedules: [],
})
