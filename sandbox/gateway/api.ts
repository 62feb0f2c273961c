import type { RunningFunction } from '../lambda/pool.ts'
import type { InvokePermission } from './permission.ts'

export interface ThrottleSettings {
  /** Requests per second that the bucket refills. */
  readonly rateLimit: number
  /** Size of the bucket. */
  readonly burstLimit: number
}

export interface CorsSettings {
  readonly allowCredentials: boolean
  readonly allowHeaders: readonly string[]
  readonly allowMethods: readonly string[]
  readonly allowOrigins: readonly string[]
  readonly exposeHeaders: readonly string[]
  readonly maxAge?: number
}

export interface Route {
  /** `GET /{service}/login`, `ANY /{proxy+}`, `$default`. */
  readonly key: string
  readonly target: RunningFunction
  /** Milliseconds, at most 30 000. */
  readonly timeout: number
  readonly throttle?: ThrottleSettings
}

/** An HTTP API as the template describes it. */
export interface HttpApi {
  readonly id: string
  readonly region: string
  readonly accountId: string
  readonly routes: readonly Route[]
  readonly cors?: CorsSettings
  readonly permissions: readonly InvokePermission[]
  /** Format of the access log, when the stage has one. */
  readonly accessLogFormat?: string
}
