import type { Capability } from './capability.ts'

export type HttpMethod = 'GET' | 'POST' | 'DELETE'

/** What every Lambda function of the house says of itself: plain data, read by `infra/` and by the function itself. */
interface Manifest {
  /** Everything this function may touch; nothing else is granted. */
  readonly uses: readonly Capability[]
  /** Memory in MB; CPU comes with it. Default 512. */
  readonly memoryMb?: number
  /** Hard limit in seconds. Default 15. */
  readonly timeoutSeconds?: number
  /** One sentence: who is hurt, and how, when this function fails. Becomes the text of its alarm. */
  readonly whenItFails: string
}

/** A door: somebody asks over HTTP and waits. Infra makes route, role, environment and alarm of it; its limit is below the HTTP API's own 30 seconds. */
export interface FunctionManifest extends Manifest {
  /** API Gateway HTTP API route key, e.g. `GET /{service}/login`. */
  readonly route: `${HttpMethod} /${string}`
}

/** A job: nobody asks and nobody waits, the clock calls it. A rule takes the place of the route. */
export interface JobManifest extends Manifest {
  /** As EventBridge writes it. */
  readonly schedule: `rate(${number} minutes)`
}

export const defineFunction = <const M extends FunctionManifest | JobManifest>(manifest: M): M => manifest
