import { decodeJwt } from 'jose'
import { EsignetError } from '../esignet-error.ts'
import { type Call, headerOf } from '../http/call.ts'
import { assertionType, verifyClientAssertion } from '../oauth/client-assertion.ts'
import type { Client } from '../registry/client.ts'
import type { World } from '../world.ts'
import { type Field, fieldOf, formParameters, repeats } from './parameters.ts'

/** The form of a call whose parameters come once each. @throws EsignetError `invalid_request` */
export function readForm(call: Call): Field {
  const parameters = formParameters(call)
  if (repeats(parameters)) throw new EsignetError('invalid_request')
  return fieldOf(parameters)
}

/**
 * Who calls, by the assertion; `client_id` is optional and must agree.
 * @throws EsignetError `invalid_request` for a second way of authentication, `invalid_client` for everything else
 */
export async function callingClient(call: Call, field: Field, world: World, at: 'par' | 'token'): Promise<Client> {
  if (headerOf(call, 'authorization') !== undefined || field('client_secret') !== undefined) {
    throw new EsignetError('invalid_request')
  }
  const assertion = field('client_assertion') ?? ''
  const client = world.clients.get(issuerIn(assertion) ?? '')
  const clientId = field('client_id') ?? client?.clientId
  if (field('client_assertion_type') !== assertionType) throw new EsignetError('invalid_client')
  if (client?.status !== 'ACTIVE' || clientId !== client.clientId) throw new EsignetError('invalid_client')
  await verifyClientAssertion(world, client, assertion, at)
  return client
}

function issuerIn(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).iss
  } catch {
    return undefined
  }
}
