import type { Capability } from './capability.ts'

export type HttpMethod = 'GET' | 'POST' | 'DELETE'

/** The manifest of one Lambda door: plain data, read by `infra/` (route, role, environment, alarm) and by the door itself. */
export interface FunctionManifest {
  /** API Gateway HTTP API route key, e.g. `GET /{service}/login`. */
  readonly route: `${HttpMethod} /${string}`
  /** Everything this door may touch; nothing else is granted. */
  readonly uses: readonly Capability[]
  /** Memory in MB; CPU comes with it. Default 512. */
  readonly memoryMb?: number
  /** Hard limit in seconds, below the HTTP API's own 30. Default 15. */
  readonly timeoutSeconds?: number
  /** One sentence: who is hurt, and how, when this door fails. Becomes the text of its alarm. */
  readonly whenItFails: string
}

export const defineFunction = <const M extends FunctionManifest>(manifest: M): M => manifest
