import { successRedirect } from './assets/redirects.js'
import { doors } from './doors.ts'
import type { EsignetEvent } from './event.ts'
import { route } from './http/router.ts'
import { listen } from './http/server.ts'
import type { Identity } from './identity.ts'
import { type FaultName, faultNames, isFaultName } from './practice/faults.ts'
import { type Interception, intercepted } from './practice/interception.ts'
import { signAs } from './practice/sign-as.ts'
import { newWorld, type VerificationMetadata, type World } from './world.ts'

export type { Caller, EsignetEvent } from './event.ts'
export type { Identity } from './identity.ts'
export type { FaultName } from './practice/faults.ts'
export type {
  InterceptedCall,
  InterceptedDoor,
  Interception,
  OutgoingAnswer,
} from './practice/interception.ts'
export type { VerificationMetadata } from './world.ts'

export interface EsignetOptions {
  /** 0 takes any free port. Binds 127.0.0.1 only. */
  readonly port: number
  /** Issuer and base of every endpoint; default `http://localhost:<port>`. No slash at the end. */
  readonly publicUrl?: string
  /** The people of the identity system. */
  readonly identities: readonly Identity[]
  /** `as-mock`: framework and zone-less time only; `oidc4ida`: verification metadata as requested. */
  readonly verificationMetadata: VerificationMetadata
  /** Where "back to the start page" links go, if anywhere. */
  readonly homeUrl?: string
  readonly now?: () => Date
  /** One per HTTP call and decision, without secrets. */
  readonly onEvent?: (event: EsignetEvent) => void
}

export interface RunningEsignet {
  readonly url: string
  readonly port: number
  close(): Promise<void>
  /** The relying parties' calls by door: discovery, jwks, par, token, userinfo. */
  counters(): Record<string, number>
  setVerificationMetadata(mode: VerificationMetadata): void
  /** Switch a fault on (for the next `times` calls, or until cleared); null clears all. Throws on unknown names. */
  fault(name: FaultName | null, times?: number): void
  /** Practice only: every answer to a relying party passes through here before it leaves; null ends it. */
  intercept(interception: Interception | null): void
  /**
   * Practice only: a compact JWS with that party's current key. The header is used as it is (JSON text even byte for byte).
   */
  signAs(who: 'provider' | 'identity-system', header: object | string, payload: string | Uint8Array): Promise<string>
  /** Add a person, or replace the one with the same individualId: how a new verification arrives. */
  putIdentity(identity: Identity): void
}

/** Start a simulated eSignet 1.8. Keys are made now and die with it. */
export async function startEsignet(options: EsignetOptions): Promise<RunningEsignet> {
  let world: World | undefined
  let interception: Interception | null = null
  const server = await listen(options.port, (call) => {
    if (!world) throw new Error('not ready')
    const { publicUrl: issuer } = world
    return route(doors, call, world, (door) =>
      intercepted(interception, door, ({ redirectUri, code, state }) =>
        successRedirect(redirectUri, { state, code, issuer }),
      ),
    )
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  const publicUrl = (options.publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, '')
  const ready = await newWorld({
    publicUrl,
    homeUrl: options.homeUrl,
    identities: options.identities,
    verificationMetadata: options.verificationMetadata,
    now: options.now ?? (() => new Date()),
    onEvent: options.onEvent ?? (() => {}),
  })
  world = ready
  return {
    url: publicUrl,
    port,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
    counters: () => Object.fromEntries(ready.counters),
    setVerificationMetadata(mode) {
      ready.verificationMetadata = mode
    },
    fault(name, times) {
      if (name !== null && !isFaultName(name)) {
        throw new Error(`Unknown fault ${String(name)}; known are ${faultNames.join(', ')}`)
      }
      ready.faults.set(name, times)
    },
    intercept(next) {
      interception = next
    },
    async signAs(who, header, payload) {
      if (who === 'provider') return signAs(ready.oidcKey.privateKey, 'PS256', header, payload)
      return signAs(ready.identitySystemKey.privateKey, 'RS256', header, payload)
    },
    putIdentity(identity) {
      ready.identities.set(identity.individualId, identity)
    },
  }
}
