import { EsignetError } from '../esignet-error.ts'
import type { Client } from '../registry/client.ts'
import type { World } from '../world.ts'

/** @throws EsignetError `invalid_client_id` for an unknown or INACTIVE client */
export function activeClient(world: World, clientId: string): Client {
  const client = world.clients.get(clientId)
  if (client?.status !== 'ACTIVE') throw new EsignetError('invalid_client_id')
  return client
}
