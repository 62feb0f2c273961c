import type { Keyring, Members } from './keyring.ts'

/** Changes an honest answer into the one that is given. */
export type Change = (honest: Members) => Members

/** In what one provider departs from honesty; whatever is not named stays honest. */
export interface Deviation {
  readonly metadata?: Change
  /** The parameters that travel back through the browser. */
  readonly authorizationResponse?: Change
  readonly tokenResponse?: Change
  readonly idToken?: Change
  readonly userInfo?: Change
  /** Signs the ID token otherwise; `honest` is the token as it would have been. */
  readonly signIdToken?: (claims: Members, keys: Keyring, honest: string) => string | Promise<string>
  readonly signUserInfo?: (honest: string) => string
  /** Neither key set nor tokens name a key; besides the right one so many strangers are published. */
  readonly namelessKeys?: { readonly strangers: number }
  /** New keys after the token request came in and before the ID token is signed. */
  readonly rotatesKeys?: 'just-before-signing'
  /** Whether proofs of possession must carry a nonce of the server (RFC 9449 §8, §9). Usual: they must. */
  readonly dpopNonces?: 'none'
  /** How the scheme is spelt in the challenge at UserInfo. Usual: `DPoP`. */
  readonly challengeScheme?: string
  /** Appended to the usual issuer. */
  readonly issuerSuffix?: '/'
}

export const without =
  (...members: readonly string[]): Change =>
  (honest) =>
    Object.fromEntries(Object.entries(honest).filter(([name]) => !members.includes(name)))

export const saying =
  (members: Members): Change =>
  (honest) => ({ ...honest, ...members })

/** What a liar writes who wants it to look right. */
export const almost = (value: unknown): string => `${String(value)}1`
