import type { RegistrationRules } from '../dialects/dialect.ts'
import type { Door } from '../http/door.ts'
import { createClient, createOlderClient, patchClient, readClient, updateClient } from './client-management.ts'

/** @param base where client management stands */
export function registryDoors(base: string, rules: RegistrationRules): readonly Door[] {
  const door = (method: Door['method'], path: string, name: string, open: Door['open']): Door => {
    return { method, path: `${base}${path}`, name, who: 'operator', errors: 'envelope', open }
  }
  const [present] = rules.doors.filter((shape) => shape === 'client')
  const older = rules.doors.filter((shape) => shape !== 'client')
  return [
    ...(present ? [door('POST', '/client', 'client-create', createClient)] : []),
    ...(present ? [door('PUT', '/client/{clientId}', 'client-update', updateClient)] : []),
    ...(rules.patch ? [door('PATCH', '/client/{clientId}', 'client-patch', patchClient)] : []),
    ...(rules.read ? [door('GET', '/client/{clientId}', 'client-read', readClient)] : []),
    ...older.flatMap((shape) => [
      door('POST', `/${shape}`, 'client-create', createOlderClient),
      door('PUT', `/${shape}/{clientId}`, 'client-update', updateClient),
    ]),
  ]
}
