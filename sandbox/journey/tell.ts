import type { Itinerary, Leg, Travelled } from './travel.ts'

type Names = Readonly<Record<string, string>>

const kms: Names = {
  Sign: 'sign the client assertion with the key of this service',
  GenerateDataKey: 'make a data key for this person',
  Encrypt: 'wrap a data key',
  Decrypt: 'open the data key of this person',
  GetPublicKey: 'hand out a public key',
}

const provider: Names = {
  discovery: 'where are your doors?',
  par: 'here is what we ask for, signed (pushed authorization request)',
  token: 'here is the code, signed; give us the tokens',
  userinfo: 'what may we know about this person?',
  jwks: 'what are your public keys?',
}

const dynamodb: Names = {
  PutItem: 'write one row',
  GetItem: 'read one row',
  UpdateItem: 'move one row forward, on a condition',
  DeleteItem: 'delete one row',
  Query: 'look up rows of one key',
  TransactWriteItems: 'write all of it or nothing',
  TransactGetItems: 'read rows as of one moment',
  BatchGetItem: 'read several rows',
}

const asked = (whom: string, calls: Readonly<Record<string, number>>, names: Names): readonly string[] =>
  Object.entries(calls).map(
    ([call, count]) =>
      `    Verify Once → ${whom.padEnd(9)} ${names[call] ?? call}${count > 1 ? ` (${count} times)` : ''}`,
  )

const callsOf = ({ calls }: Leg): readonly string[] =>
  calls === undefined
    ? []
    : [
        ...asked('KMS', calls.kms, kms),
        ...asked('eSignet', calls.provider, provider),
        ...asked('DynamoDB', calls.dynamodb, dynamodb),
      ]

/** What the login page's calls mean; a step that is not a call is already in words. */
const steps: readonly (readonly [RegExp, string])[] = [
  [/csrf\/token/, 'fetches a token against forged requests'],
  [/par-oauth-details/, 'shows the reference it was given, and learns who asks for what'],
  [/send-otp/, 'asks for a code'],
  [/authenticate/, 'enters the code'],
  [/claim-details/, 'looks at which details are available and verified'],
  [/auth-code/, 'finishes, and is told the way back'],
]

const stepOf = (what: string): string => {
  const meaning = steps.find(([pattern]) => pattern.test(what))?.[1]
  const refused = /→ [45]\d\d$/.test(what) ? ', and is refused' : ''
  return meaning === undefined ? what.replace(/\?\S*/g, '') : `${meaning}${refused}`
}

const requirements = ({ decision }: Travelled): readonly string[] =>
  (decision?.requirements ?? []).map(
    ({ rule, expected, actual, pass }) => `    ${pass ? '✓' : '✗'} ${rule}: wanted ${expected}; found ${actual}`,
  )

const names = ({ claims }: Travelled): readonly string[] => {
  if (claims === null) return []
  const verified = claims.verifiedClaims.map(
    (each) =>
      `    verified under ${each.trustFramework ?? 'an unnamed framework'}: ${Object.keys(each.claims).sort().join(', ')}`,
  )
  const plain = Object.keys(claims.claims)
  return [...verified, ...(plain.length === 0 ? [] : [`    told, not verified: ${plain.join(', ')}`])]
}

/** The journey in plain words: no code, token, state, number or value of a person. */
export const tellJourney = (
  { service, act, persona }: Itinerary,
  travelled: Travelled,
  promised: string | undefined,
): string => {
  const [login, callback] = travelled.legs
  const { outcome, calls } = travelled
  return [
    `${persona.title} (${persona.key}) wants to "${act}" at ${service}.`,
    '',
    '  1. The browser knocks at the login door.',
    ...(login === undefined ? [] : callsOf(login)),
    ...(travelled.driven.length === 0
      ? []
      : [
          '  2. The browser is sent to eSignet.',
          ...travelled.driven.map(({ what }) => `    The browser ${stepOf(what)}`),
        ]),
    ...(callback === undefined ? [] : ['  3. The browser comes back to the callback door.', ...callsOf(callback)]),
    ...(travelled.decision === null
      ? ['  4. The login ended without a session.']
      : ['  4. The service asks the session door who is here.', ...requirements(travelled)]),
    ...names(travelled),
    ...(travelled.subject === null ? [] : [`    known here as ${travelled.subject}`]),
    '',
    `Outcome: ${outcome}${promised === undefined ? '' : promised === outcome ? ', as promised' : `, but ${promised} was promised`}.`,
    `One login cost ${calls.kms} calls of KMS, ${calls.dynamodb} of DynamoDB, ${calls.provider} of eSignet.`,
  ].join('\n')
}

export const journeyHelp = (choices: {
  personas: readonly string[]
  services: ReadonlyMap<string, readonly string[]>
}): string =>
  `Makes one complete login over plain HTTP, and tells who said what to whom.

  npm run journey -- --service omera-bank --act open-account --persona fresh-eidas [--json] [--url http://localhost:4301]

  --service, --act  ${[...choices.services].map(([service, acts]) => `${service}: ${acts.join(', ')}`).join('\n                    ')}
  --persona         ${choices.personas.join(', ')}
  --json            print {outcome, subject, decision, claims, calls} and nothing else
  --url             the API of a running practice world; otherwise the one running in this checkout, or one of its own

Exit code 0: it ended as the persona promises. 1: it did not. 2: the command line is wrong.`
