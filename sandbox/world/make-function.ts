import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Maker, Place, ToMake } from '../assembly/deploy.ts'
import { BrokenAssembly } from '../assembly/problems.ts'
import { generatedName } from './names.ts'
import type { Plan } from './plan.ts'

const functionShape = z.object({
  FunctionName: z.string().optional(),
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  MemorySize: z.number().default(128),
  Timeout: z.number().default(3),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
  Role: z.string(),
  LoggingConfig: z.object({ LogGroup: z.string().optional() }).optional(),
})

/** The folder that a deployment would zip and upload. */
const bundleOf = (resource: ToMake, objectKey: string): string => {
  const asset = resource.stack.assets.get(objectKey)
  if (asset === undefined)
    throw new BrokenAssembly(
      `${resource.logicalId} wants the asset ${objectKey}, which ${resource.stack.name} does not have.`,
    )
  const file = join(asset.path, 'index.js')
  if (!existsSync(file))
    throw new BrokenAssembly(
      `The bundle of ${resource.path ?? resource.logicalId} is missing: there is no ${file}. Build the functions again.`,
    )
  return asset.path
}

/** `AWS::Lambda::Function`: planned only; it is started once its role is complete. */
export const functionMaker =
  (plan: Plan, { region, accountId }: Place): Maker =>
  (resource) => {
    const properties = functionShape.parse(resource.properties)
    const name = properties.FunctionName ?? generatedName(resource).slice(0, 64)
    const arn = `arn:aws:lambda:${region}:${accountId}:function:${name}`
    plan.functions.set(arn, {
      name,
      arn,
      directory: bundleOf(resource, properties.Code.S3Key),
      handler: properties.Handler,
      memoryMb: properties.MemorySize,
      timeoutSeconds: properties.Timeout,
      logGroup: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
      roleArn: properties.Role,
      variables: properties.Environment?.Variables ?? {},
    })
    return { ref: name, attributes: { Arn: arn } }
  }

const permissionShape = z.object({
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
})

/** `AWS::Lambda::Permission`: without one that fits, the API may not invoke the function. */
export const permissionMaker =
  (plan: Plan): Maker =>
  (resource) => {
    const { FunctionName, Principal, SourceArn, SourceAccount } = permissionShape.parse(resource.properties)
    plan.permissions.push({
      functionName: FunctionName,
      principal: Principal,
      ...(SourceArn === undefined ? {} : { sourceArn: SourceArn }),
      ...(SourceAccount === undefined ? {} : { sourceAccount: SourceAccount }),
    })
    return { ref: resource.logicalId, attributes: {} }
  }
