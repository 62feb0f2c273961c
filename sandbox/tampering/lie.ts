import type { InterceptedDoor, OutgoingAnswer } from '../esignet/start.ts'
import type { Releases } from './at-release.ts'
import type { Tools } from './tools.ts'

/** Turns an honest answer into a lie. */
export type Tell = (honest: OutgoingAnswer, tools: Tools) => OutgoingAnswer | Promise<OutgoingAnswer>

/** What is left of a login that was lied to. */
export type LoginLeft = 'failed' | 'never-begun' | 'still-pending' | 'done'

/** What people log in for: the visa portal has encrypted UserInfo and tokens bound to a key, the bank has not. */
export const errands = ['omera-bank/open-account', 'visa/apply'] as const

export type Errand = (typeof errands)[number]

/** How a login ends that was lied to. */
export interface LieEnding {
  /** A refusal code of the product, or `accepted` for what must do no harm to an honest login. */
  readonly refusedAs: string
  /** How the act ends that the login was for, when the lie is accepted. `permit`: as after an honest login, whatever eSignet it is. */
  readonly endsAs: string
  /** The last door that is called; later ones must not be. */
  readonly noticedAt: InterceptedDoor
  readonly leaves: LoginLeft
}

export interface Lie extends LieEnding, Releases<LieEnding> {
  /** The same name as the file. */
  readonly name: string
  /** Rows of the torture table that it automates. */
  readonly rows: readonly string[]
  /** What is wrong, for people; continues "eSignet lies:". */
  readonly says: string
  /** Where it is told. */
  readonly door: InterceptedDoor
  /** For which act of which service somebody logs in meanwhile. */
  readonly during: Errand
  /** Ways of telling it; a lie with one way calls it `told`. */
  readonly variants: Readonly<Record<string, Tell>>
  /** What must be told at other doors to make the lie hold together. */
  readonly alongside: Readonly<Partial<Record<InterceptedDoor, Tell>>>
  /** It repeats what was said in an earlier login, which has to be a fresh one: what is old is refused for its age. */
  readonly replays: boolean
}

interface Definition extends Pick<Lie, 'name' | 'rows' | 'says' | 'door' | 'refusedAs'> {
  readonly tell?: Tell
  readonly during?: Errand
  readonly variants?: Readonly<Record<string, Tell>>
  readonly alongside?: Lie['alongside']
  readonly endsAs?: string
  readonly noticedAt?: InterceptedDoor
  readonly leaves?: LoginLeft
  readonly replays?: boolean
  readonly notAt?: Lie['notAt']
  readonly at?: Lie['at']
}

/** A lie with everything that goes without saying. */
export const defineLie = ({ tell, variants, ...lie }: Definition): Lie => ({
  during: 'omera-bank/open-account',
  alongside: {},
  replays: false,
  notAt: [],
  at: [],
  endsAs: 'permit',
  noticedAt: lie.refusedAs === 'accepted' ? 'userinfo' : lie.door,
  leaves: lie.refusedAs === 'accepted' ? 'done' : beforeTheLogin.has(lie.door) ? 'never-begun' : 'failed',
  ...lie,
  variants: variants ?? (tell === undefined ? {} : { told: tell }),
})

/** A login is written down only after the pushed request went well. */
const beforeTheLogin: ReadonlySet<InterceptedDoor> = new Set(['discovery', 'par'])
