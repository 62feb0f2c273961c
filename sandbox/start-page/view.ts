import type { LogLine } from '../lambda/log-ring.ts'
import type { Persona, ReleasedMetadata } from '../personas.ts'
import type { WorldCounters } from '../world/counts.ts'

/** What the start page may see of the world. */
export interface WorldView {
  readonly urls: {
    readonly home: string
    readonly api: string
    readonly esignet: string
    readonly aws: string
    /** Service id → address of its portal. */
    readonly portals: Readonly<Record<string, string>>
  }
  readonly personas: readonly Persona[]
  /** What eSignet released at the start, and what `personas` promise for. */
  readonly verificationMetadata: ReleasedMetadata
  /** Whether eSignet encrypts UserInfo for a client that asks for it. */
  readonly encrypts: boolean
  readonly counters: () => WorldCounters
  readonly resetCounters: () => void
  readonly logs: (count?: number) => readonly LogLine[]
}
