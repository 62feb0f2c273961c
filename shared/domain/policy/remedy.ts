import { rfc3339 } from '../verified-claims/moment.ts'
import { type AskRefusal, compileActs } from './authorization-request.ts'
import type { Attempts, Circumstances, Decision, Remedy } from './decision.ts'
import type { Act, Vocabulary } from './service.ts'

/** What is known of a gap when a way out of it is looked for. */
export interface Gap {
  /** The act as it stands under the circumstances of the request. */
  readonly act: Act
  readonly remedies: Decision['remedies']
  /** Essential plain claims that did not come. */
  readonly missing: readonly string[]
  readonly tooLow: ReadonlySet<number>
  readonly obtainedFor?: string
}

type WayOut = Pick<Decision, 'remedy' | 'explanation'>

/** The one way that mends everything that failed, or why there is none. `now` is epoch milliseconds. */
export const wayOut = (
  gap: Gap,
  vocabulary: Vocabulary,
  now: number,
  { attempts, profile }: Pick<Circumstances, 'attempts' | 'profile'>,
): WayOut => {
  const [heaviest] = gap.remedies
  if (heaviest === undefined) return { remedy: null }
  if (heaviest === 'deny' || heaviest === 'manual-review') return without(ended[heaviest])
  const patience = patienceUntil(attempts, now)
  if (patience !== undefined) return without(tooOften(patience))
  if (heaviest === 'consent') return { remedy: { kind: 'consent', ...consentTo(gap) } }
  const ask = compileActs([missingOf(gap)], { vocabulary, tooLow: gap.tooLow, ...(profile ? { profile } : {}) })
  return ask.ok
    ? { remedy: { kind: heaviest, ask: ask.value, ...consentTo(gap) } }
    : without(unaskable[ask.refusal.reason])
}

const without = (explanation: string): WayOut => ({ remedy: null, explanation })

/** A new verification is obtained for this very purpose, so nobody need agree to the use of an old one. */
const consentTo = ({ remedies, obtainedFor }: Gap): Pick<Remedy, 'consentTo'> =>
  remedies.includes('consent') && !remedies.includes('re-verify') && obtainedFor !== undefined
    ? { consentTo: [obtainedFor] }
    : {}

/** The act that is left when all that holds is taken out. Whoever goes to the provider authenticates as the act wants it. */
const missingOf = ({ act, remedies, missing }: Gap): Act => ({
  authentication: act.authentication,
  claims: Object.fromEntries(missing.map((name) => [name, 'essential'])),
  ...(remedies.includes('re-verify') && act.accept !== undefined ? { accept: act.accept } : {}),
})

const mostAttempts = 2
const attemptsCountMs = 10 * 60_000

/** Until when nobody is sent away again, in epoch milliseconds; nothing while another attempt may help. */
const patienceUntil = (attempts: Attempts | undefined, now: number): number | undefined => {
  const until = (attempts?.since ?? 0) + attemptsCountMs
  return attempts !== undefined && attempts.count >= mostAttempts && now < until ? until : undefined
}

const tooOften = (until: number): string =>
  `Two attempts within ten minutes did not help, and a third would not. What is missing is listed; after ${rfc3339(until)} it can be tried again.`

const ended = {
  deny: 'The service does not allow this under these circumstances, and nothing the person does changes that.',
  'manual-review': 'The service wants one of its people to look at this first; there is nothing for the person to do.',
} as const

const unaskable: Readonly<Record<AskRefusal['reason'], string>> = {
  'too-long': 'What is missing is more than the provider can be asked for in one request.',
  'no-common-acr': 'No one way to authenticate is enough for all of it.',
  'percent-sign': 'What is missing has a name that the provider cannot be asked for.',
  'value-too-short': 'What is missing has a name that the provider cannot be asked for.',
}
