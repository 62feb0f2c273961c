import type { FunctionName } from '../functions/index.ts'

/**
 * Physical names that are known before the resource exists: key policies name roles that are made later, alarms name
 * functions of another stack, and operators look for logs under `/aws/lambda/…`. One stage lives in one region of an account.
 */
export const project = 'verify-once'

export const resourceName = (stage: string, name: string): string => `${project}-${stage}-${name}`

/** The Lambda function of a door; its role bears the same name. */
export const doorName = (stage: string, door: FunctionName): string => resourceName(stage, door)

export const doorLogGroup = (stage: string, door: FunctionName): string => `/aws/lambda/${doorName(stage, door)}`

/** Under /aws/vendedlogs/, or each API adds a statement to the account's log resource policy, which has a size limit. */
export const accessLogGroup = (stage: string): string => `/aws/vendedlogs/${resourceName(stage, 'api-access')}`

export const clientKeyAlias = (stage: string, service: string): string =>
  `alias/${project}/${stage}/${service}/client-assertion`

export const auditRootKeyAlias = (stage: string): string => `alias/${project}/${stage}/audit-root`

/** The first key of a service has no name of its own, so that a second one takes nothing away from it. */
export const firstKey = 'first'

/** Only there when the service has UserInfo encrypted. */
export const decryptionKeyAlias = (stage: string, service: string, name = firstKey): string =>
  `alias/${project}/${stage}/${service}/userinfo-decryption${name === firstKey ? '' : `-${name}`}`

/** `token-exchange` → `TokenExchange`, for construct ids and output names. */
export const pascalCase = (id: string): string =>
  id.replaceAll(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase())
