import type { Deployment, InterceptedCall, InterceptedDoor, OutgoingAnswer, RunningEsignet } from '../esignet/start.ts'
import type { Lie } from './lie.ts'
import { strangerKeys } from './stranger-keys.ts'
import type { Tools } from './tools.ts'
import { type Witness, witness } from './witness.ts'

/** The lie that is being told. */
export interface Telling {
  readonly name: string
  readonly variant: string
  /** How often it was told so far. */
  readonly times: number
}

export interface Liar {
  /** Tell this lie, in this way, until another is told or `stop`. */
  readonly tell: (lie: Lie, variant: string) => Promise<void>
  readonly stop: () => Promise<void>
  readonly telling: () => Telling | undefined
  /** Secrets and personal values that went over the line since the lie began, for a search; they leave this process nowhere. */
  readonly witnessed: () => readonly string[]
  /** Forgets them, though no lie begins. */
  readonly forget: () => void
}

interface Told {
  readonly lie: Lie
  readonly variant: string
  times: number
  readonly at: Map<InterceptedDoor, number>
}

/**
 * Stands between eSignet and the relying party, and lies when told to.
 * @param renew makes the relying party forget keys and metadata that it may have read from a lie
 */
export const liarFor = (
  esignet: Pick<RunningEsignet, 'intercept'> & Pick<Deployment, 'signAs' | 'encryptionKeyOf' | 'discovery'>,
  renew: () => Promise<void>,
): Liar => {
  let told: Told | undefined
  let seen: Witness = witness()
  const strangers = strangerKeys()
  const last = new Map<InterceptedDoor, OutgoingAnswer>()
  const honestly = new Map<InterceptedDoor, OutgoingAnswer>()
  const address = esignet.discovery.replace('/.well-known/openid-configuration', '')
  let published: Tools['published'] = []

  const tools = (door: InterceptedDoor, call: InterceptedCall, { variant, at }: Told): Tools => ({
    variant,
    now: Math.floor(Date.now() / 1000),
    call,
    esignet: address,
    published,
    strangers,
    signAs: esignet.signAs,
    encryptionKeyOf: esignet.encryptionKeyOf,
    earlier: (place) => last.get(place),
    before: (place) => honestly.get(place),
    timesTold: at.get(door) ?? 0,
  })

  esignet.intercept(async (door, honest, call) => {
    seen.look(door, honest, call)
    honestly.set(door, honest)
    if (told === undefined) {
      last.set(door, honest)
      return honest
    }
    const way = door === told.lie.door ? told.lie.variants[told.variant] : told.lie.alongside[door]
    if (way === undefined) return honest
    const lying = told
    const answer = await way(honest, tools(door, call, lying))
    lying.times += 1
    lying.at.set(door, (lying.at.get(door) ?? 0) + 1)
    seen.look(door, answer, call)
    return answer
  })

  const end = async (): Promise<void> => {
    const ended = told
    told = undefined
    if (ended !== undefined && isRemembered(ended.lie)) await renew()
  }

  return {
    tell: async (lie, variant) => {
      if (lie.variants[variant] === undefined) throw new Error(`${lie.name} is not told in the way "${variant}"`)
      await end()
      published = await publishedBy(address)
      if (isRemembered(lie)) await renew()
      seen = witness()
      told = { lie, variant, times: 0, at: new Map() }
    },
    stop: end,
    telling: () => told && { name: told.lie.name, variant: told.variant, times: told.times },
    witnessed: () => seen.words(),
    forget: () => {
      seen = witness()
    },
  }
}

/** A relying party keeps keys and metadata; a lie about them outlives its telling. */
const isRemembered = ({ door, alongside }: Lie): boolean =>
  [door, ...Object.keys(alongside)].some((each) => each === 'jwks' || each === 'discovery')

/** eSignet's keys as it publishes them now. */
const publishedBy = async (address: string): Promise<Tools['published']> => {
  const answer = await fetch(`${address}/.well-known/jwks.json`)
  const document: { readonly keys: Tools['published'] } = JSON.parse(await answer.text())
  return document.keys
}
