import { join } from 'node:path'
import { requireKnown } from '../assembly/check.ts'
import { type Deployed, deployAssembly } from '../assembly/deploy.ts'
import type { Assembly } from '../assembly/manifest.ts'
import type { RunningAws } from '../aws/start.ts'
import type { HttpApi } from '../gateway/api.ts'
import type { LogRing } from '../lambda/log-ring.ts'
import type { RunningFunction } from '../lambda/pool.ts'
import type { Account } from './account.ts'
import { makeResource } from './makers.ts'
import { emptyPlan } from './plan.ts'
import { raiseApi, raiseFunctions } from './raise.ts'
import { rememberedKeys } from './remembered-keys.ts'
import { type RunningSchedule, raiseSchedules } from './schedules.ts'

export interface Provisioned {
  readonly deployed: Deployed
  readonly functions: readonly RunningFunction[]
  readonly api: HttpApi
  readonly schedules: readonly RunningSchedule[]
  /** ARN of a function → name of the role it acts in. */
  readonly roles: ReadonlyMap<string, string>
}

export interface Ground {
  readonly aws: RunningAws
  readonly account: Account
  readonly apiEndpoint: string
  readonly logs: LogRing
  readonly dataDir?: string
  readonly mostWorkers?: number
  readonly clockAhead?: SharedArrayBuffer
}

/** Makes everything the template asks for. Nothing is made when anything in it is not known. */
export const provision = async (assembly: Assembly, ground: Ground): Promise<Provisioned> => {
  requireKnown(assembly)
  const { aws, account, apiEndpoint, logs, dataDir, mostWorkers, clockAhead } = ground
  const plan = emptyPlan()
  const remembered = rememberedKeys(dataDir === undefined ? undefined : join(dataDir, 'keys.json'))
  const deployed = await deployAssembly(assembly, account, makeResource({ account, plan, remembered, apiEndpoint }))
  const functions = raiseFunctions(plan, {
    region: account.region,
    accountId: account.accountId,
    awsEndpoint: aws.url,
    addRole: (role, sessionName) =>
      aws.addRole({ name: role.name, arn: role.arn, policies: role.policies, tags: role.tags, sessionName }),
    logs,
    ...(clockAhead === undefined ? {} : { clockAhead }),
    ...(mostWorkers === undefined ? {} : { mostWorkers }),
  })
  const namesOfRoles = new Map([...plan.roles.values()].map(({ arn, name }) => [arn, name]))
  const roles = new Map([...plan.functions].map(([arn, { roleArn }]) => [arn, namesOfRoles.get(roleArn) ?? '']))
  return {
    deployed,
    functions: [...functions.values()],
    api: raiseApi(plan, account, functions),
    schedules: raiseSchedules(plan, { region: account.region, accountId: account.accountId }, functions),
    roles,
  }
}
