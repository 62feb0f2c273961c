import type { Releases } from '../tampering/at-release.ts'
import type { Answer } from './http.ts'
import type { Scene } from './scene.ts'

/** What somebody does at our own doors. All answers must say the same; what else is wrong it tells by `scene.wrong`. */
export type Strike = (scene: Scene) => Promise<Answer | readonly Answer[]>

/** Doors of eSignet at which the product calls. */
export type Asks = Readonly<Partial<Record<'discovery' | 'jwks' | 'par' | 'token' | 'userinfo', number>>>

/** What is more afterwards than before, in counts. */
export interface Left {
  /** Such as `login-refused browser-mismatch` → 1. `login-completed permit` is a login that ends as an honest one does, whatever eSignet it is. */
  readonly audit: Readonly<Record<string, number>>
  /** Logins by state and reason, such as `FAILED browser-mismatch` → 1; what became less counts negative. */
  readonly logins: Readonly<Record<string, number>>
  readonly sessions: number
  readonly claims: number
}

export interface AttackEnding {
  /** A refusal code of the product, `accepted` for what must do no harm, or what API Gateway answers by itself, such as `http-404`. */
  readonly answeredAs: string
  /** Absent: each refusal is one audit event, and nothing else is left. */
  readonly leaves: Left | undefined
  /** Most calls of eSignet; doors that are not named must not be called. */
  readonly asks: Asks
}

export interface Attack extends AttackEnding, Releases<AttackEnding> {
  /** The same name as the file. */
  readonly name: string
  /** Rows of the torture table that it automates. */
  readonly rows: readonly string[]
  /** What is done, for people; continues "Somebody …". */
  readonly says: string
  /** Ways of doing it; an attack with one way calls it `done`. */
  readonly ways: Readonly<Record<string, Strike>>
  /** Functions are to forget what they learnt meanwhile. */
  readonly forgets: boolean
}

interface Definition extends Pick<Attack, 'name' | 'rows' | 'says' | 'answeredAs'> {
  readonly done?: Strike
  readonly ways?: Attack['ways']
  readonly leaves?: Partial<Left>
  readonly asks?: Asks
  readonly forgets?: boolean
  readonly notAt?: Attack['notAt']
  readonly at?: Attack['at']
}

/** An attack with everything that goes without saying. */
export const defineAttack = ({ done, ways, leaves, ...attack }: Definition): Attack => ({
  asks: {},
  forgets: false,
  notAt: [],
  at: [],
  ...attack,
  leaves: leaves && { audit: {}, logins: {}, sessions: 0, claims: 0, ...leaves },
  ways: ways ?? (done === undefined ? {} : { done }),
})
