import type { Identity } from '../esignet/identity.ts'
import type { ActOfService, Outcome } from './outcome.ts'

/** An invented person of the practice world, and what it promises of them. */
export interface Persona {
  readonly key: string
  /** What the card is headed with. */
  readonly title: string
  /** One or two sentences: who this is, what is special. */
  readonly description: string
  readonly howToLogIn: string
  readonly identity: Identity
  /** How each act ends for this person; `npm run journey` and the tests hold the world to it. */
  readonly expects: Readonly<Record<ActOfService, Outcome>>
}

interface Described {
  readonly key: string
  readonly title: string
  readonly description: string
  readonly expects: readonly [signIn: Outcome, openAccount: Outcome, apply: Outcome]
  /** Where a service does not end as the visa does when it wants a verification, and as signing in does when it wants none. */
  readonly elsewhere?: Readonly<Record<ActOfService, Outcome>>
  readonly identity: Omit<Identity, 'persona' | 'title' | 'description'>
  readonly howToLogIn?: string
}

/** The code is the same for everybody: the stock identity system of eSignet knows only this one. */
const usualLogin = 'Pick the card at eSignet, ask for a code, enter 111111.'

export const persona = ({
  key,
  title,
  description,
  expects: [signIn, openAccount, apply],
  elsewhere = {},
  identity,
  howToLogIn = usualLogin,
}: Described): Persona => ({
  key,
  title,
  description,
  howToLogIn,
  identity: { persona: key, title, description, ...identity },
  expects: {
    'omera-bank/sign-in': signIn,
    'omera-bank/open-account': openAccount,
    'visa/apply': apply,
    'clinic/register-patient': apply,
    'clinic/read-results': signIn,
    'benefits/apply': apply,
    'benefits/change-payout': signIn,
    'sim-registration/register-sim': apply,
    ...elsewhere,
  },
})
