import {
  type Deployment,
  type OpenDeployment,
  openDeployment,
  prefixOf,
  type Rotation,
  type Signer,
} from './deployment.ts'
import { isRelease } from './dialects/all.ts'
import type { Release, SigningAlgorithm } from './dialects/dialect.ts'
import type { EsignetEvent } from './event.ts'
import { problem } from './http/answers.ts'
import type { Call } from './http/call.ts'
import { listen, listenAgain, stop } from './http/server.ts'
import type { Identity } from './identity.ts'
import type { FaultName } from './practice/faults.ts'
import type { Interception } from './practice/interception.ts'
import type { VerificationMetadata } from './world.ts'

export type { Deployment, Rotation, Signer } from './deployment.ts'
export type { Release, SigningAlgorithm } from './dialects/dialect.ts'
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
  /**
   * Which releases run side by side; default only 1.8. The root always is 1.8; every other is a deployment of its own under
   * `/releases/<release>`.
   */
  readonly releases?: readonly Release[]
  /** What the Go line signs tokens with; default PS256. */
  readonly goSigningAlgorithm?: Exclude<SigningAlgorithm, 'RS256'>
  /** The people of the identity system. */
  readonly identities: readonly Identity[]
  /** `as-mock`: framework and zone-less time only; `oidc4ida`: verification metadata as requested. */
  readonly verificationMetadata: VerificationMetadata
  /**
   * `published`: the identity system's keys are in the JWKS of every release. As released they are not before 1.7, and a
   * relying party pins them; a world whose keys are born at start has nothing to pin. Default `as-released`.
   */
  readonly identitySystemKeys?: 'as-released' | 'published'
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
  /** Practice only: whether anything answers at the port; connections that stand are cut. */
  setListening(listening: boolean): Promise<void>
  /** The relying parties' calls by door: discovery, jwks, par, token, userinfo. */
  counters(): Record<string, number>
  /** One of the running releases. Throws when it does not run. */
  deployment(release: Release): Deployment
  /** A new key signs at once; default release 1.8. */
  rotateKeys(who: Signer, release?: Release, rotation?: Rotation): Promise<void>
  /** Show everywhere what a rotation with `publish: 'later'` held back. */
  publishKeys(): void
  /** For all releases. */
  setVerificationMetadata(mode: VerificationMetadata): void
  /**
   * Switch a fault of 1.8 on (for the next `times` calls, or until cleared); null clears all. Throws on unknown names.
   * @param milliseconds delay of a `slow-…` fault
   */
  fault(name: FaultName | null, times?: number, milliseconds?: number): void
  /** Practice only: every answer to a relying party passes through here before it leaves; null ends it. */
  intercept(interception: Interception | null): void
  /**
   * Practice only: a compact JWS with that party's current key. The header is used as it is (JSON text even byte for byte).
   */
  signAs(who: 'provider' | 'identity-system', header: object | string, payload: string | Uint8Array): Promise<string>
  /** Add a person, or replace the one with the same individualId: how a new verification arrives. */
  putIdentity(identity: Identity): void
}

/** Start a simulated eSignet. Keys are made now and die with it. */
export async function startEsignet(options: EsignetOptions): Promise<RunningEsignet> {
  let deployments: readonly OpenDeployment[] = []
  let interception: Interception | null = null
  const server = await listen(
    options.port,
    async (call) => {
      const deployment = deploymentFor(deployments, call)
      return deployment ? deployment.answer(call, interception) : problem(404, call.path)
    },
    options.now,
  )
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  const publicUrl = (options.publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, '')
  const identities = new Map(options.identities.map((identity) => [identity.individualId, identity]))
  const running = [...new Set<Release>(['1.8', ...(options.releases ?? [])])]
  deployments = await Promise.all(running.map((release) => open(release, publicUrl, identities, options)))
  const deployment = (release: Release): OpenDeployment => {
    const found = deployments.find((each) => each.release === release)
    if (!found) throw new Error(`eSignet ${release} does not run here; running are ${running.join(', ')}`)
    return found
  }
  const root = deployment('1.8')
  return {
    url: publicUrl,
    port,
    close: () => stop(server),
    async setListening(listening) {
      if (listening === server.listening) return
      await (listening ? listenAgain(server, port) : stop(server))
    },
    counters: root.counters,
    deployment,
    rotateKeys: (who, release = '1.8', rotation) => deployment(release).rotateKeys(who, rotation),
    publishKeys() {
      for (const each of deployments) each.publishKeys()
    },
    setVerificationMetadata(mode) {
      for (const { world } of deployments) world.verificationMetadata = mode
    },
    fault: root.fault,
    intercept(next) {
      interception = next
    },
    signAs: root.signAs,
    putIdentity(identity) {
      identities.set(identity.individualId, identity)
    },
  }
}

function open(
  release: Release,
  publicUrl: string,
  identities: Map<string, Identity>,
  options: EsignetOptions,
): Promise<OpenDeployment> {
  if (!isRelease(release)) throw new Error(`There is no eSignet ${String(release)} here`)
  return openDeployment(release, {
    publicUrl,
    homeUrl: options.homeUrl,
    identities,
    verificationMetadata: options.verificationMetadata,
    identitySystemPublished: options.identitySystemKeys === 'published',
    signingAlgorithm: release === '2.0' ? options.goSigningAlgorithm : undefined,
    now: options.now ?? (() => new Date()),
    onEvent: options.onEvent ?? (() => {}),
  })
}

/** The one whose prefix the path has; the root for all others. */
function deploymentFor(deployments: readonly OpenDeployment[], { path }: Call): OpenDeployment | undefined {
  const named = deployments.find(({ release }) => {
    const prefix = prefixOf(release)
    return prefix !== '' && (path === prefix || path.startsWith(`${prefix}/`))
  })
  return named ?? deployments.find(({ release }) => prefixOf(release) === '')
}
