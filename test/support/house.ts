import { memoryClientKeys } from '../../shared/adapters/memory/client-keys.ts'
import { memoryStore } from '../../shared/adapters/memory/memory-store.ts'
import { memoryTokenKey } from '../../shared/adapters/memory/token-key.ts'
import { systemRandomness } from '../../shared/adapters/system/randomness.ts'
import { aesGcmSealer } from '../../shared/adapters/system/sealer.ts'
import type { ServiceDirectory } from '../../shared/ports/service-directory.ts'
import { completeLogin } from '../../shared/use-cases/complete-login.ts'
import { eraseSubject } from '../../shared/use-cases/erase-subject.ts'
import { makeDecision } from '../../shared/use-cases/make-decision.ts'
import { readSession } from '../../shared/use-cases/read-session.ts'
import { releaseClaims } from '../../shared/use-cases/release-claims.ts'
import { startLogin } from '../../shared/use-cases/start-login.ts'
import { aService, noon, vocabulary } from './builders.ts'
import { memoryPorts } from './memory-ports.ts'
import { scriptedProvider } from './practice-provider.ts'

/** Real keys take a while to be born; one pair per service serves all houses of a test file. */
const keys = memoryClientKeys(['omera-bank', 'visa'])

const tokenKey = memoryTokenKey()

/** The whole house on memory twins, with a clock that stands still until it is moved. */
export const aHouse = () => {
  const store = memoryStore()
  const provider = scriptedProvider()
  const time = { now: noon }
  const services = new Map([
    ['omera-bank', aService()],
    ['visa', aService({ id: 'visa', client: { id: 'visa-client', relyingPartyId: 'visa' } })],
  ])
  const directory: ServiceDirectory = {
    find: (id) => services.get(id),
    portalOf: ({ id }) => `https://${id}.example`,
    vocabulary,
  }
  const world = {
    publicUrl: 'https://api.example',
    services: directory,
    providers: { get: () => provider },
    ...memoryPorts(store),
    profileOf: () => provider.profile,
    tokenKey,
    clientKey: { ...keys },
    decryptionKey: { unwrap: async () => undefined },
    sealer: aesGcmSealer,
    clock: { now: () => time.now },
    randomness: systemRandomness,
  }
  return {
    store,
    provider,
    time,
    keys,
    world,
    startLogin: startLogin(world),
    completeLogin: completeLogin(world),
    readSession: readSession(world),
    makeDecision: makeDecision(world),
    releaseClaims: releaseClaims(world),
    eraseSubject: eraseSubject(world),
  }
}

export type House = ReturnType<typeof aHouse>

/** A login that was begun at the bank: the state the provider was sent, and what the browser holds. */
export const beginLogin = async (house: House, wish: Partial<Parameters<House['startLogin']>[0]> = {}) => {
  const started = await house.startLogin({ service: 'omera-bank', act: 'open-account', traceId: 'trace-1', ...wish })
  if (!started.ok) throw new Error(`the login did not begin: ${started.refusal.refusal.code}`)
  const state = house.provider.pushed.at(-1)?.['state'] ?? ''
  return { ...started.value, state, service: wish.service ?? 'omera-bank' }
}

/** Comes back from the provider with a code, in the browser that went there, unless the wish says otherwise. */
export const comeBack = (
  house: House,
  begun: Awaited<ReturnType<typeof beginLogin>>,
  wish: Partial<Parameters<House['completeLogin']>[0]> = {},
) =>
  house.completeLogin({
    service: begun.service,
    response: { state: begun.state, code: 'the-code', iss: 'https://esignet.example' },
    browserSecret: begun.browserSecret,
    lastStateHash: begun.stateHash,
    traceId: 'trace-2',
    ...wish,
  })
