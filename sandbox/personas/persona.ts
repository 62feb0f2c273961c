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
  readonly identity: Omit<Identity, 'persona' | 'title' | 'description'>
  readonly howToLogIn?: string
}

/** The code is the same for everybody: the stock identity system of eSignet knows only this one. */
const usualLogin = 'Pick the card at eSignet, ask for a code, enter 111111.'

export const persona = ({
  key,
  title,
  description,
  expects,
  identity,
  howToLogIn = usualLogin,
}: Described): Persona => ({
  key,
  title,
  description,
  howToLogIn,
  identity: { persona: key, title, description, ...identity },
  expects: {
    'omera-bank/sign-in': expects[0],
    'omera-bank/open-account': expects[1],
    'visa/apply': expects[2],
  },
})
