import type { Deployed } from '../assembly/deploy.ts'
import { listOf, objectOf, textOf } from '../assembly/json.ts'
import { BrokenAssembly } from '../assembly/problems.ts'
import type { Release } from '../esignet/start.ts'
import type { Account } from './account.ts'
import { pascalCase } from './names.ts'
import { registerClient } from './register-client.ts'
import type { ServiceFile } from './services.ts'

/** The value of a stack output, wherever it is. */
export const outputOf = (deployed: Deployed, name: string): string | undefined => {
  for (const outputs of deployed.outputs.values()) {
    const value = outputs.get(name)
    if (typeof value === 'string') return value
  }
  return undefined
}

const required = (deployed: Deployed, name: string): string => {
  const value = outputOf(deployed, name)
  if (value === undefined)
    throw new BrokenAssembly(`No stack has the output ${name}, which says what to register at eSignet.`)
  return value
}

export interface Operator {
  readonly account: Account
  readonly deployed: Deployed
  /** Base address of the deployment that is spoken with. */
  readonly esignetUrl: string
  readonly release: Release
  /** Service id → portal, for the logo on the login page; the others are shown with that of the start page. */
  readonly portals: Readonly<Record<string, string>>
  readonly homeUrl: string
}

/** Registers every service as an operator does after a deployment: with what the stack outputs say. */
export const registerServices = async (operator: Operator, services: readonly ServiceFile[]): Promise<void> => {
  const { account, deployed, esignetUrl, release, portals, homeUrl } = operator
  const supportedClaims = await claimsSupportedAt(esignetUrl)
  for (const service of services) {
    const name = pascalCase(service.id)
    await registerClient(account, {
      esignetUrl,
      service,
      redirectUri: required(deployed, `${name}RedirectUri`),
      keyArn: required(deployed, `${name}ClientKeyArn`),
      logoUri: `${portals[service.id] ?? homeUrl}/logo.svg`,
      release,
      supportedClaims,
      ...decryptionKeyOf(deployed, name),
    })
  }
}

const decryptionKeyOf = (deployed: Deployed, name: string): { decryptionKeyArn?: string } => {
  const decryptionKeyArn = outputOf(deployed, `${name}DecryptionKeyArn`)
  return decryptionKeyArn === undefined ? {} : { decryptionKeyArn }
}

const claimsSupportedAt = async (esignetUrl: string): Promise<readonly string[]> => {
  const response = await fetch(`${esignetUrl}/.well-known/openid-configuration`)
  return listOf(objectOf(await response.json())['claims_supported']).map(textOf)
}
