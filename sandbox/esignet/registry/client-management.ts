import { EsignetError, fieldRefusal } from '../esignet-error.ts'
import type { Answer, Call } from '../http/call.ts'
import { openEnvelope, sealEnvelope } from '../http/envelope.ts'
import { isObject, isText, isTextList, type JsonObject } from '../json.ts'
import { settings } from '../settings.ts'
import type { World } from '../world.ts'
import { toAdditionalConfig } from './additional-config.ts'
import type { Client } from './client.ts'
import { createRefusals, patchRefusals, updateRefusals } from './field-rules.ts'
import { keyIdentity, toEncryptionKey, toPublicKey } from './public-key.ts'

/** POST client-mgmt/client. The `local` profile asks for no bearer token. */
export function createClient(call: Call, world: World): Answer {
  return create(openEnvelope(call, world), world)
}

/** POST client-mgmt/oauth-client and oidc-client: the older shapes, which know no `additionalConfig`. */
export function createOlderClient(call: Call, world: World): Answer {
  const { additionalConfig, ...request } = openEnvelope(call, world)
  const named = call.path.endsWith('/oauth-client')
  if (named && !isObject(request.clientNameLangMap)) refuseIf([languageMapMissing])
  if (named) return create(request, world)
  const { clientNameLangMap, ...plain } = request
  return create(plain, world)
}

const languageMapMissing = fieldRefusal('clientNameLangMap', 'invalid_client_name')

function create(request: JsonObject, world: World): Answer {
  const rules = world.dialect.registration
  refuseIf(createRefusals(request, rules))
  const publicKey = toPublicKey(request.publicKey, rules)
  if (!publicKey) throw new EsignetError('invalid_public_key')
  const client: Client = {
    clientId: text(request.clientId),
    relyingPartyId: text(request.relyingPartyId),
    publicKey,
    encPublicKey: rules.encPublicKey === 'create-and-patch' ? toEncryptionKey(request.encPublicKey) : undefined,
    ...changeableFields(request, world),
    status: 'ACTIVE',
  }
  if (world.clients.has(client.clientId)) throw new EsignetError('duplicate_client_id')
  const taken = [...world.clients.values()].some((other) => keyIdentity(other.publicKey) === keyIdentity(publicKey))
  // A key too long for its database column surfaces as the same code as a key somebody already uses.
  if (taken || JSON.stringify(publicKey).length > settings.maximumStoredKeyCharacters) {
    throw new EsignetError('duplicate_public_key')
  }
  return store(client, world)
}

/** PUT client-mgmt/client/{client_id}: all fields again; a `publicKey` or `relyingPartyId` sent along is ignored. */
export function updateClient(call: Call, world: World): Answer {
  const request = openEnvelope(call, world)
  refuseIf(updateRefusals(request, world.dialect.registration))
  return store({ ...known(call, world), ...changeableFields(request, world), status: statusOf(request.status) }, world)
}

/** PATCH client-mgmt/client/{client_id} (since 1.8): only the members that are there. */
export function patchClient(call: Call, world: World): Answer {
  const request = openEnvelope(call, world)
  refuseIf(patchRefusals(request, world.dialect.registration))
  const client = known(call, world)
  const present = Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== undefined && value !== null),
  )
  const status = present.status === undefined ? client.status : statusOf(present.status)
  // Null takes the encryption key away (Go line); in the Java line it counts as not sent.
  const cleared = world.dialect.line === 'go' && request.encPublicKey === null
  const encPublicKey = cleared ? undefined : (toEncryptionKey(request.encPublicKey) ?? client.encPublicKey)
  return store({ ...client, ...changeableFields({ ...client, ...present }, world), encPublicKey, status }, world)
}

/** GET client-mgmt/client/{client_id} (Go line): what was registered. */
export function readClient(call: Call, world: World): Answer {
  return sealEnvelope(JSON.stringify(known(call, world)), world.now())
}

function changeableFields(request: JsonObject, world: World) {
  return {
    clientName: text(request.clientName),
    clientNameLangMap: languageMap(request.clientNameLangMap),
    userClaims: list(request.userClaims),
    authContextRefs: list(request.authContextRefs),
    logoUri: text(request.logoUri),
    redirectUris: list(request.redirectUris),
    grantTypes: list(request.grantTypes),
    clientAuthMethods: list(request.clientAuthMethods),
    additionalConfig: toAdditionalConfig(request.additionalConfig, world.dialect.registration.additionalConfig),
  }
}

function known(call: Call, world: World): Client {
  const client = world.clients.get(call.params.clientId ?? '')
  if (!client) throw new EsignetError('invalid_client_id')
  return client
}

function store(client: Client, world: World): Answer {
  world.clients.set(client.clientId, client)
  return sealEnvelope(JSON.stringify({ clientId: client.clientId, status: client.status }), world.now())
}

function refuseIf(refusals: ReturnType<typeof createRefusals>): void {
  if (refusals.length > 0) throw new EsignetError(refusals)
}

// The field rules have passed by the time these read; they only give the values their types.
const text = (value: unknown): string => (isText(value) ? value : '')
const list = (value: unknown): string[] => (isTextList(value) ? value : [])
const statusOf = (value: unknown): Client['status'] => (value === 'INACTIVE' ? 'INACTIVE' : 'ACTIVE')
const languageMap = (value: unknown): Record<string, string> =>
  isObject(value) ? Object.fromEntries(Object.entries(value).map(([language, name]) => [language, text(name)])) : {}
