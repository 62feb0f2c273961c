import * as z from 'zod'
import { isRelease } from '../esignet/dialects/all.ts'
import type { Release } from '../esignet/start.ts'
import { type Persona, personas } from '../personas.ts'
import { errands } from '../tampering/lie.ts'
import { interceptedDoorNames } from './doors.ts'

const counts = z.record(z.string(), z.number())

const observations = z.object({
  audit: counts,
  logins: counts,
  sessions: z.number(),
  claims: z.number(),
  esignet: counts,
})

export type Seen = z.infer<typeof observations>

const ending = z.object({
  refusedAs: z.string(),
  endsAs: z.string(),
  noticedAt: z.enum(interceptedDoorNames),
  leaves: z.enum(['failed', 'never-begun', 'still-pending', 'done']),
})

const exactly = <Value extends z.ZodType>(value: Value) => value.exactOptional()

const lie = ending.extend({
  replays: z.boolean(),
  name: z.string(),
  rows: z.array(z.string()),
  says: z.string(),
  /** Who makes the login go wrong: eSignet by a lie, or AWS by a failure. */
  by: z.enum(['esignet', 'aws']),
  /** Where eSignet lies. */
  door: z.enum(interceptedDoorNames).optional(),
  during: z.enum(errands),
  variants: z.array(z.string()),
  /** Whether the refusal can still be written into the audit trail. */
  audited: z.boolean().default(true),
  /** Whether it must have been told, or met, at least once. */
  isMet: z.boolean().default(true),
})

/** A lie, or a named failure, as it is to end in one way of telling it. */
export type ActiveLie = z.infer<typeof lie>

const listedLie = lie.extend({
  leftOut: z.array(z.object({ way: z.string(), because: z.string() })),
  /** What is different in a way of telling it. */
  otherwise: z.record(
    z.string(),
    z.object({
      refusedAs: exactly(ending.shape.refusedAs),
      endsAs: exactly(ending.shape.endsAs),
      noticedAt: exactly(ending.shape.noticedAt),
      leaves: exactly(ending.shape.leaves),
    }),
  ),
})

/** A lie, or a named failure, as the start page lists it: `variants` are those that can be told at the release that runs. */
export type ListedLie = z.infer<typeof listedLie>

const lies = z.object({
  telling: z.object({ name: z.string(), times: z.number() }).nullable(),
  release: z.custom<Release>(isRelease, 'no release that is known'),
  lies: z.array(listedLie),
})

const counters = z.object({
  functions: z.record(z.string(), z.object({ invocations: z.number(), coldStarts: z.number() })),
  kms: z.object({ by: counts }),
})

/** What the functions did since the counters were reset. */
export interface Work {
  readonly invocations: Readonly<Record<string, number>>
  /** How many instances of each function began. */
  readonly coldStarts: Readonly<Record<string, number>>
  /** Calls of KMS by operation. */
  readonly kms: Readonly<Record<string, number>>
}

const place = z.object({
  urls: z.object({
    api: z.string(),
    esignet: z.string(),
    home: z.string(),
    portals: z.record(z.string(), z.string()),
  }),
  verificationMetadata: z.enum(['oidc4ida', 'as-mock', 'nothing']),
  encrypts: z.boolean(),
})

/** A practice world as its start page's doors show it: no more than a stranger with a browser on this machine sees. */
export interface PracticeWorld {
  readonly api: string
  readonly esignet: string
  readonly home: string
  /** Origin of the portal of each service. */
  readonly portals: Readonly<Record<string, string>>
  /** Who logs in. */
  readonly person: { readonly individualId: string }
  /** How each act ends for that person, as the start page says. */
  readonly promised: Persona['expects']
  /** What must never be found anywhere: values of that person. */
  readonly personal: readonly string[]
  /** Of the eSignet that runs. */
  readonly release: Release
  readonly lies: readonly ListedLie[]
  observe(): Promise<Seen>
  resetCounters(): Promise<void>
  tell(name: string, variant: string): Promise<void>
  stopLying(): Promise<void>
  /** How often this lie was told since it began; 0 when somebody else made eSignet tell another. */
  timesTold(name: string): Promise<number>
  /** Forgets the secrets that went over the line so far. */
  resetWitness(): Promise<void>
  canaries(words: readonly string[]): Promise<number>
  work(): Promise<Work>
  /** A practice door for what breaks: `faults`, `clock`, `rows`, `functions`, `esignet`. */
  control(door: string, body: unknown): Promise<void>
  /** Ends whatever was switched on; functions forget on demand. */
  putRight(forget: boolean): Promise<void>
  /** How many calls met a fault since it was asked for. */
  faultsMet(): Promise<number>
}

/** Meets the practice world whose start page is at `home`. */
export const meetPracticeWorld = async (home: string): Promise<PracticeWorld> => {
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${home}${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`The start page answered ${answer.status} at ${path}: ${await answer.text()}`)
    return answer.json()
  }
  const { urls, verificationMetadata, encrypts } = place.parse(await ask('/world'))
  const told = async () => lies.parse(await ask('/practice/lies'))
  const [fresh] = personas(new Date(), verificationMetadata, encrypts)
  if (fresh === undefined) throw new Error('there is nobody to log in')
  const { individualId, fullName, email = '', phone = '' } = fresh.identity
  const { release, lies: listed } = await told()
  return {
    api: urls.api,
    esignet: urls.esignet,
    home,
    portals: urls.portals,
    person: { individualId },
    promised: fresh.expects,
    release,
    personal: [String(fullName), email, phone].filter((word) => word !== ''),
    lies: listed,
    observe: async () => observations.parse(await ask('/practice/observations')),
    resetCounters: async () => void (await ask('/counters/reset', {})),
    tell: async (name, variant) => void (await ask('/practice/lies', { name, variant })),
    stopLying: async () => void (await ask('/practice/lies', { name: null })),
    timesTold: async (name) => {
      const { telling } = await told()
      return telling?.name === name ? telling.times : 0
    },
    work: async () => {
      const { functions, kms } = counters.parse(await ask('/counters'))
      const each = Object.entries(functions)
      return {
        invocations: Object.fromEntries(each.map(([name, { invocations }]) => [name, invocations])),
        coldStarts: Object.fromEntries(each.map(([name, { coldStarts }]) => [name, coldStarts])),
        kms: kms.by,
      }
    },
    control: async (door, body) => void (await ask(`/practice/${door}`, body)),
    faultsMet: async () => z.object({ met: z.number() }).parse(await ask('/practice/faults')).met,
    resetWitness: async () => void (await ask('/practice/witness', {})),
    putRight: async (forget) => {
      await ask('/practice/lies', { name: null })
      await ask('/practice/clock', {})
      await ask('/practice/esignet', { listening: true })
      if (forget) await ask('/practice/functions', { end: 'when-idle' })
    },
    canaries: async (words) => z.object({ found: z.number() }).parse(await ask('/practice/canaries', { words })).found,
  }
}
