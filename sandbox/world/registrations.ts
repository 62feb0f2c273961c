import type { Deployed } from '../assembly/deploy.ts'
import { BrokenAssembly } from '../assembly/problems.ts'
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
  readonly esignetUrl: string
  /** Service id → portal, for the logo on the login page. */
  readonly portals: Readonly<Record<string, string>>
}

/** Registers every service as an operator does after a deployment: with what the stack outputs say. */
export const registerServices = async (operator: Operator, services: readonly ServiceFile[]): Promise<void> => {
  const { account, deployed, esignetUrl, portals } = operator
  for (const service of services) {
    const name = pascalCase(service.id)
    await registerClient(account, {
      esignetUrl,
      service,
      redirectUri: required(deployed, `${name}RedirectUri`),
      keyArn: required(deployed, `${name}ClientKeyArn`),
      logoUri: `${portals[service.id] ?? esignetUrl}/logo.svg`,
    })
  }
}
