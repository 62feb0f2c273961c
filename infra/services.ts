import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Sentence } from './build/sentence.mjs'

/** What the ground needs to know of a relying-party service: its id and who identifies its people. */
export interface Service {
  readonly id: string
  readonly provider: string
  /** Whether its provider encrypts UserInfo for it. */
  readonly encryptedUserInfo?: boolean
  /** Names of the keys to which it may be encrypted, newest first. Absent: one, without a name. */
  readonly decryptionKeys?: readonly string[]
}

/**
 * Reads the service files. Other JSON files in the folder (the vocabulary) have no `id` and `provider` and are passed over.
 * Sorted by id, so that the template does not depend on the order of a directory.
 *
 * @throws Sentence when no file describes a service
 */
export function readServices(directory = 'services'): readonly Service[] {
  const services = readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .map((file): unknown => JSON.parse(readFileSync(join(directory, file), 'utf8')))
    .filter(isService)
    .map(({ id, provider, client }) => ({
      id,
      provider,
      ...(client?.encryptedUserInfo === true && { encryptedUserInfo: true }),
      ...(client?.decryptionKeys !== undefined && { decryptionKeys: namesOf(id, client.decryptionKeys) }),
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  if (services.length === 0) throw new Sentence(`No service file (JSON with "id" and "provider") in ${directory}/.`)
  return services
}

interface ServiceFile {
  readonly id: string
  readonly provider: string
  readonly client?: { readonly encryptedUserInfo?: unknown; readonly decryptionKeys?: unknown }
}

/** The schema of service files asks the same of them; here a wrong one would make or forget a key. */
const namesOf = (service: string, names: unknown): readonly string[] => {
  const known = Array.isArray(names) ? names.filter((name) => typeof name === 'string' && keyName.test(name)) : []
  if (
    !Array.isArray(names) ||
    known.length !== names.length ||
    new Set(known).size !== known.length ||
    known.length < 1
  )
    throw new Sentence(
      `client.decryptionKeys of ${service} must be a list of different names such as ["2027", "first"].`,
    )
  return known
}

const keyName = /^[a-z0-9]{1,20}$/

const isService = (value: unknown): value is ServiceFile =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'provider' in value &&
  typeof value.provider === 'string'
