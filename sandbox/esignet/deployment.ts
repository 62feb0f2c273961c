import type { JWK } from 'jose'
import { successRedirect } from './assets/redirects.js'
import { dialects } from './dialects/all.ts'
import type { Release, SigningAlgorithm } from './dialects/dialect.ts'
import { doorsOf } from './doors.ts'
import type { Answer, Call } from './http/call.ts'
import { type Interceptor, route } from './http/router.ts'
import type { Publishing } from './keys/key-ring.ts'
import { type FaultName, faultNames, isFaultName } from './practice/faults.ts'
import { type Interception, intercepted, interceptedAddress } from './practice/interception.ts'
import { signAs } from './practice/sign-as.ts'
import { issuerOf, newWorld, type World, type WorldOptions } from './world.ts'

/** Who signs: eSignet its tokens, the identity system its userinfo. */
export type Signer = 'provider' | 'identity-system'

export interface Rotation {
  /** What the JWKS shows afterwards; default `both`. */
  readonly publish?: Publishing
  /** Another algorithm than before. */
  readonly alg?: SigningAlgorithm
}

/** One eSignet of one release: its own issuer, keys, registry and memory. */
export interface Deployment {
  readonly release: Release
  /** The issuer in discovery, and the base of every address. */
  readonly issuer: string
  /** Address of its OpenID configuration. */
  readonly discovery: string
  /** The relying parties' calls by door: discovery, jwks, par, token, userinfo. */
  counters(): Record<string, number>
  /** Like {@link RunningEsignet.fault}, for this deployment. `milliseconds` is the delay of a `slow-…` fault. */
  fault(name: FaultName | null, times?: number, milliseconds?: number): void
  /** A new key signs at once. */
  rotateKeys(who: Signer, rotation?: Rotation): Promise<void>
  /** Show in the JWKS what a rotation with `publish: 'later'` held back. */
  publishKeys(): void
  /** The public key that a client registered for encrypted UserInfo, if it did. */
  encryptionKeyOf(clientId: string): JWK | undefined
  /** A compact JWS with that party's current key, its header used as it is. */
  signAs(who: Signer, header: object | string, payload: string | Uint8Array): Promise<string>
}

export interface OpenDeployment extends Deployment {
  readonly world: World
  answer(call: Call, interception: Interception | null): Promise<Answer>
}

/** The root speaks 1.8; every other release has a path of its own on the same host. */
export const prefixOf = (release: Release): string => (release === '1.8' ? '' : `/releases/${release}`)

/** @param options the host's address in `publicUrl`, without the prefix of the release */
export async function openDeployment(
  release: Release,
  options: Omit<WorldOptions, 'dialect' | 'prefix'>,
): Promise<OpenDeployment> {
  const prefix = prefixOf(release)
  const publicUrl = `${options.publicUrl}${prefix}`
  const world = await newWorld({ ...options, dialect: dialects[release], prefix, publicUrl })
  const doors = doorsOf(world.dialect)
  const ringOf = (who: Signer) => (who === 'provider' ? world.providerKeys : world.identitySystemKeys)
  return {
    release,
    world,
    issuer: issuerOf(world, 'discovery'),
    discovery: `${publicUrl}/.well-known/openid-configuration`,
    counters: () => Object.fromEntries(world.counters),
    fault(name, times, milliseconds) {
      if (name !== null && !isFaultName(name)) {
        throw new Error(`Unknown fault ${String(name)}; known are ${faultNames.join(', ')}`)
      }
      world.faults.set(name, times, milliseconds)
    },
    rotateKeys: (who, { publish = 'both', alg } = {}) => ringOf(who).rotate(publish, world.now(), alg),
    publishKeys() {
      world.providerKeys.publish()
      world.identitySystemKeys.publish()
    },
    encryptionKeyOf: (clientId) => world.clients.get(clientId)?.encPublicKey,
    async signAs(who, header, payload) {
      const { privateKey, alg } = ringOf(who).current
      return signAs(privateKey, alg, header, payload)
    },
    answer: (call, interception) =>
      route(doors, { ...call, path: pathWithin(call.path, world) }, world, interceptorFor(world, interception)),
  }
}

/** Before the Go line stands a proxy that takes `/v1/esignet` away. */
function pathWithin(path: string, world: World): string {
  const own = path.slice(world.prefix.length) || '/'
  return world.dialect.line === 'go' ? own.replace(/^\/v1\/esignet(?=\/)/, '') : own
}

function interceptorFor(world: World, interception: Interception | null): Interceptor {
  const issuer = issuerOf(world, 'redirect')
  return (door) =>
    door.name === 'auth-callback'
      ? interceptedAddress(interception, door)
      : intercepted(interception, door, ({ redirectUri, code, state }) =>
          successRedirect(redirectUri, { state, code, issuer }),
        )
}
