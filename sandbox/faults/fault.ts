import type { Releases } from '../tampering/at-release.ts'
import type { Errand, LieEnding, LoginLeft } from '../tampering/lie.ts'
import type { WantedFault } from '../world/controls.ts'

/** What fails around the functions while somebody logs in: the AWS service that is called, or the function itself. */
export interface NamedFault extends Releases<LieEnding> {
  readonly by: 'aws'
  /** The same name as the file. */
  readonly name: string
  /** Rows of the torture table that it automates. */
  readonly rows: readonly string[]
  /** What fails, for people; continues "What if …". */
  readonly says: string
  readonly during: Errand
  /** Ways of failing; a fault with one way calls it `fails`. */
  readonly ways: Readonly<Record<string, readonly WantedFault[]>>
  /** A refusal code of the product, `accepted` where the login must go through all the same, or what API Gateway answers, such as `http-500`. */
  readonly refusedAs: string
  /** As an honest login ends. */
  readonly endsAs: 'permit'
  readonly replays: false
  readonly leaves: LoginLeft
  /** The last door of eSignet that is called; later ones must not be. */
  readonly noticedAt: 'discovery' | 'jwks' | 'par' | 'token' | 'userinfo' | 'success-redirect'
  /** Whether the audit trail can still be written; when it cannot, the log says so. */
  readonly audited: boolean
  /** Whether a call must have met the fault. False where the point is that no call of ours can. */
  readonly isMet: boolean
}

interface Definition extends Pick<NamedFault, 'name' | 'rows' | 'says' | 'refusedAs' | 'noticedAt'> {
  readonly fails?: readonly WantedFault[]
  readonly ways?: NamedFault['ways']
  readonly during?: Errand
  readonly leaves?: LoginLeft
  readonly audited?: boolean
  readonly isMet?: boolean
  readonly notAt?: NamedFault['notAt']
  readonly at?: NamedFault['at']
}

/** A fault with everything that goes without saying. */
export const defineFault = ({ fails, ways, ...fault }: Definition): NamedFault => ({
  by: 'aws',
  endsAs: 'permit',
  replays: false,
  during: 'omera-bank/open-account',
  leaves: fault.refusedAs === 'accepted' ? 'done' : fault.noticedAt === 'par' ? 'never-begun' : 'failed',
  audited: true,
  isMet: true,
  notAt: [],
  at: [],
  ...fault,
  ways: ways ?? (fails === undefined ? {} : { fails }),
})

/** How often a fault is met that is to last for the whole login. */
export const throughout = 1_000
