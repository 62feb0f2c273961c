import type { IncomingHttpHeaders } from 'node:http'
import type { ProviderProfile } from '../../../../shared/domain/provider/profile.ts'
import type { Deviation } from './deviation.ts'
import type { RegisteredClient } from './judge-client.ts'
import type { Keyring } from './keyring.ts'

export const endpoints = ['discovery', 'jwks', 'par', 'authorize', 'token', 'userinfo'] as const
export type Endpoint = (typeof endpoints)[number]

/** One request as an endpoint sees it. */
export interface Call {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly query: URLSearchParams
  readonly form: URLSearchParams
}

/** What it says: JSON, unless the body is a text with its own media type. */
export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type AuthorizationRequest = Readonly<Record<string, string>>

/** What all endpoints of one provider share. */
export interface Desk {
  readonly profile: ProviderProfile
  readonly lie: Deviation
  readonly issuer: string
  /** Where each endpoint is; discovery alone is at a place one can guess. */
  readonly addresses: Readonly<Record<Endpoint, string>>
  readonly client: RegisteredClient
  keys: Keyring
  /** Checks that an identifier was never seen at this provider. */
  readonly onlyOnce: (id: unknown, what: string) => void
  readonly pushed: Map<string, AuthorizationRequest>
  readonly codes: Map<string, AuthorizationRequest>
  /** What an access token is good for, and to which key it is bound. */
  readonly tokens: Map<string, { readonly request: AuthorizationRequest; readonly thumbprint: string | undefined }>
  /** The nonces that proofs must carry now (RFC 9449 §8, §9); each server has its own. */
  readonly nonces: Record<'token' | 'userinfo', string>
}

export const change = (
  desk: Desk,
  what: 'metadata' | 'authorizationResponse' | 'tokenResponse' | 'idToken' | 'userInfo',
  honest: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => desk.lie[what]?.(honest) ?? honest

/** Who logs in; invented. */
export const subject = 'person-248289761001'

/** The claims a request asks for by name (Core §5.5); what is asked by scope is in `scopeClaims`. */
export const askedClaims = (request: AuthorizationRequest, where: 'userinfo' | 'id_token'): Record<string, unknown> => {
  const claims: unknown = JSON.parse(request['claims'] ?? '{}')
  const member = typeof claims === 'object' && claims !== null ? Reflect.get(claims, where) : undefined
  return typeof member === 'object' && member !== null ? { ...member } : {}
}
