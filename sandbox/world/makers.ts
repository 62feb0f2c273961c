import * as z from 'zod'
import type { Maker, ToMake } from '../assembly/deploy.ts'
import { knownTypes } from '../assembly/known/index.ts'
import { BrokenAssembly, UnknownInAssembly } from '../assembly/problems.ts'
import type { Account } from './account.ts'
import { apiMaker, integrationMaker, routeMaker, stageMaker } from './make-api.ts'
import { functionMaker, permissionMaker } from './make-function.ts'
import { aliasMaker, keyMaker } from './make-key.ts'
import { policyMaker, roleMaker } from './make-role.ts'
import { ruleMaker } from './make-schedule.ts'
import { alarmMaker, logGroupMaker, silentMaker } from './make-silent.ts'
import { tableMaker } from './make-table.ts'
import type { Plan } from './plan.ts'
import type { RememberedKeys } from './remembered-keys.ts'

export interface Workshop {
  readonly account: Account
  readonly plan: Plan
  readonly remembered: RememberedKeys
  /** URL of the API in this world. */
  readonly apiEndpoint: string
}

/** Says which resource could not be made. What already explains itself comes through as it is. */
const named = ({ stack, logicalId, path }: ToMake, error: unknown): unknown => {
  if (error instanceof UnknownInAssembly || error instanceof BrokenAssembly || !(error instanceof Error)) return error
  const reason = error instanceof z.ZodError ? z.prettifyError(error) : error.message
  return new BrokenAssembly(
    `${stack.name} / ${logicalId}${path === undefined ? '' : ` (${path})`} cannot be made: ${reason}`,
  )
}

/** One maker for every known resource type; those of a type that does nothing here only give it a name. */
export const makeResource = ({ account, plan, remembered, apiEndpoint }: Workshop): Maker => {
  const makers: ReadonlyMap<string, Maker> = new Map([
    ['AWS::DynamoDB::GlobalTable', tableMaker(account)],
    ['AWS::KMS::Key', keyMaker(account, remembered)],
    ['AWS::KMS::Alias', aliasMaker(account)],
    ['AWS::IAM::Role', roleMaker(plan, account.accountId)],
    ['AWS::IAM::Policy', policyMaker(plan)],
    ['AWS::Lambda::Function', functionMaker(plan, account)],
    ['AWS::Lambda::Permission', permissionMaker(plan)],
    ['AWS::ApiGatewayV2::Api', apiMaker(plan, apiEndpoint)],
    ['AWS::ApiGatewayV2::Integration', integrationMaker(plan)],
    ['AWS::ApiGatewayV2::Route', routeMaker(plan)],
    ['AWS::ApiGatewayV2::Stage', stageMaker(plan)],
    ['AWS::Events::Rule', ruleMaker(plan, account)],
    ['AWS::Logs::LogGroup', logGroupMaker(account)],
    ['AWS::CloudWatch::Alarm', alarmMaker(account)],
  ])
  const make: Maker = (resource) => {
    const maker = makers.get(resource.type)
    if (maker !== undefined) return maker(resource)
    if (knownTypes.get(resource.type)?.here === 'acted-out') throw new Error(`${resource.type} has no maker.`)
    return silentMaker(resource)
  }
  return async (resource) => {
    try {
      return await make(resource)
    } catch (error) {
      throw named(resource, error)
    }
  }
}
