import type { OutgoingAnswer } from '../esignet/start.ts'
import { type Members, readMembers, writeJson } from './json-text.ts'
import type { Tell } from './lie.ts'
import { decode, type Jwt, readJwt, type Tools, textOf } from './tools.ts'

/** Members to set, `undefined` to leave out; or how to make them of the honest ones. */
export type Change = Members | ((honest: Members, tools: Tools) => Members)

const changed = (honest: Members, change: Change, tools: Tools): Members => ({
  ...honest,
  ...(typeof change === 'function' ? change(honest, tools) : change),
})

interface Replacement {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: string | Uint8Array
  readonly delivery?: NonNullable<OutgoingAnswer['delivery']>
}

/** Another status, header (`undefined` takes it away), body, or way over the line. */
export const answers =
  (replacement: Replacement | ((tools: Tools) => Replacement)): Tell =>
  (honest, tools) => {
    const { headers = {}, ...rest } = typeof replacement === 'function' ? replacement(tools) : replacement
    const all = Object.entries({ ...honest.headers, ...headers })
    const kept = all.filter((entry): entry is [string, string] => entry[1] !== undefined)
    return { ...honest, ...rest, headers: Object.fromEntries(kept) }
  }

/** A JSON answer with other members. */
export const members =
  (change: Change): Tell =>
  (honest, tools) => ({ ...honest, body: writeJson(changed(readMembers(textOf(honest)), change, tools)) })

/** A JSON answer with other text. */
export const text =
  (change: (honest: string, tools: Tools) => string | Uint8Array): Tell =>
  (honest, tools) => ({ ...honest, body: change(textOf(honest), tools) })

type Rewrite = (honest: Jwt, tools: Tools) => string | Promise<string>

/** A token answer whose ID token is whatever `rewrite` makes of the honest one. */
export const idTokenAs =
  (rewrite: Rewrite): Tell =>
  async (honest, tools) => {
    const answer = readMembers(textOf(honest))
    const idToken = await rewrite(readJwt(String(answer['id_token'])), tools)
    return { ...honest, body: JSON.stringify({ ...answer, id_token: idToken }) }
  }

/** UserInfo that is whatever `rewrite` makes of the honest one. */
export const userInfoAs =
  (rewrite: Rewrite): Tell =>
  async (honest, tools) => ({ ...honest, body: await rewrite(readJwt(textOf(honest)), tools) })

const signedBy =
  (who: 'provider' | 'identity-system', claims: Change, header: Change): Rewrite =>
  (honest, tools) =>
    tools.signAs(who, changed(honest.header, header, tools), writeJson(changed(honest.claims, claims, tools)))

const textSignedBy =
  (who: 'provider' | 'identity-system', change: (payload: string, tools: Tools) => string | Uint8Array): Rewrite =>
  (honest, tools) =>
    tools.signAs(who, honest.header, change(decode(honest.compact.split('.')[1] ?? ''), tools))

/** An ID token with other claims and header parameters, under eSignet's own signature. */
export const idToken = (claims: Change, header: Change = {}): Tell => idTokenAs(signedBy('provider', claims, header))

/** An ID token with other JSON text, under eSignet's own signature. */
export const idTokenText = (change: (payload: string, tools: Tools) => string | Uint8Array): Tell =>
  idTokenAs(textSignedBy('provider', change))

/** UserInfo with other claims and header parameters, under the identity system's own signature. */
export const userInfo = (claims: Change, header: Change = {}): Tell =>
  userInfoAs(signedBy('identity-system', claims, header))

export const userInfoText = (change: (payload: string, tools: Tools) => string | Uint8Array): Tell =>
  userInfoAs(textSignedBy('identity-system', change))

/** Another address for the browser: the change works on the address, or returns a whole new one. */
export const redirect =
  (change: (address: URL, tools: Tools) => unknown): Tell =>
  async (honest, tools) => {
    const address = new URL(textOf(honest))
    const other = await change(address, tools)
    return { ...honest, body: typeof other === 'string' ? other : address.href }
  }

type Key = Tools['published'][number]

/** A key set with other keys. */
export const keySet =
  (change: (keys: readonly Key[], tools: Tools) => readonly unknown[]): Tell =>
  (honest, tools) => ({ ...honest, body: JSON.stringify({ keys: change(tools.published, tools) }) })
