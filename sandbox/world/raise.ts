import type { Place } from '../assembly/deploy.ts'
import { BrokenAssembly } from '../assembly/problems.ts'
import type { HttpApi, Route } from '../gateway/api.ts'
import { functionEnvironment, type RoleCredentials } from '../lambda/function-definition.ts'
import type { LogRing } from '../lambda/log-ring.ts'
import { type RunningFunction, runFunction } from '../lambda/pool.ts'
import type { Plan, PlannedRole } from './plan.ts'

export interface Surroundings extends Place {
  readonly awsEndpoint: string
  /** Tells the local AWS about a role; answers with the credentials that act as it. */
  readonly addRole: (role: PlannedRole, sessionName: string) => RoleCredentials
  readonly logs: LogRing
  readonly mostWorkers?: number
  readonly clockAhead?: SharedArrayBuffer
}

/** Starts every planned function, each with the credentials of its own role. Workers start at the first call. */
export const raiseFunctions = (plan: Plan, surroundings: Surroundings): ReadonlyMap<string, RunningFunction> => {
  const { region, awsEndpoint, addRole, logs, mostWorkers, clockAhead } = surroundings
  const rolesByArn = new Map([...plan.roles.values()].map((role) => [role.arn, role]))
  return new Map(
    [...plan.functions].map(([arn, { roleArn, variables, ...planned }]) => {
      const role = rolesByArn.get(roleArn)
      if (role === undefined)
        throw new BrokenAssembly(`${planned.name} wears the role ${roleArn}, which the template does not make.`)
      if (!role.trusted.includes('lambda.amazonaws.com'))
        throw new BrokenAssembly(
          `${planned.name} wears the role ${role.name}, whose trust policy does not let Lambda assume it.`,
        )
      const environment = functionEnvironment(planned, variables, {
        region,
        awsEndpoint,
        credentials: addRole(role, planned.name),
      })
      const options = {
        logs,
        ...(mostWorkers === undefined ? {} : { mostWorkers }),
        ...(clockAhead === undefined ? {} : { clockAhead }),
      }
      return [arn, runFunction({ ...planned, environment }, options)]
    }),
  )
}

const routesOf = (plan: Plan, apiId: string, functions: ReadonlyMap<string, RunningFunction>): readonly Route[] => {
  const stage = plan.stages.get(apiId)
  return plan.routes
    .filter((route) => route.apiId === apiId)
    .map(({ key, integrationId }) => {
      const integration = plan.integrations.get(integrationId)
      const target = functions.get(integration?.functionArn ?? '')
      if (integration === undefined || target === undefined)
        throw new BrokenAssembly(`Route ${key} leads to no function of the template.`)
      const throttle = stage?.routeThrottles.get(key) ?? stage?.throttle
      return { key, target, timeout: integration.timeout, ...(throttle === undefined ? {} : { throttle }) }
    })
}

/** The one HTTP API of the template, with routes, permissions, CORS and the settings of its stage. */
export const raiseApi = (plan: Plan, place: Place, functions: ReadonlyMap<string, RunningFunction>): HttpApi => {
  const [api, ...others] = plan.apis
  if (api === undefined || others.length > 0) {
    throw new BrokenAssembly(`The template has ${plan.apis.length} HTTP APIs; the practice world has one gateway.`)
  }
  const stage = plan.stages.get(api.id)
  if (stage === undefined) throw new BrokenAssembly('The HTTP API has no stage, so nothing would be deployed.')
  return {
    id: api.id,
    region: place.region,
    accountId: place.accountId,
    routes: routesOf(plan, api.id, functions),
    permissions: plan.permissions,
    ...(api.cors === undefined ? {} : { cors: api.cors }),
    ...(stage.accessLogFormat === undefined ? {} : { accessLogFormat: stage.accessLogFormat }),
  }
}
