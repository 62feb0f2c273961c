import { mkdirSync } from 'node:fs'
import { readAssembly } from './assembly/manifest.ts'
import { type Denial, type RunningAws, startAws } from './aws/start.ts'
import { dialects } from './esignet/dialects/all.ts'
import { type Release, type RunningEsignet, startEsignet, type VerificationMetadata } from './esignet/start.ts'
import { failingOf } from './faults/failing.ts'
import { faults } from './faults/index.ts'
import { startGateway } from './gateway/serve.ts'
import { type LogRing, logRing } from './lambda/log-ring.ts'
import { personas, type ReleasedMetadata } from './personas.ts'
import { startStartPage } from './start-page/serve.ts'
import type { WorldView } from './start-page/view.ts'
import { lies } from './tampering/index.ts'
import { type Liar, liarFor } from './tampering/liar.ts'
import { type Account, openAccount } from './world/account.ts'
import { type Clocks, openClocks } from './world/clocks.ts'
import { type Closing, closing } from './world/closing.ts'
import { controlsOf } from './world/controls.ts'
import { countingOf } from './world/counts.ts'
import { logFiles } from './world/log-files.ts'
import { observerOf } from './world/observations.ts'
import { startPortals } from './world/portals.ts'
import { portsFrom, requireFreePorts } from './world/ports.ts'
import { type Provisioned, provision } from './world/provision.ts'
import { registerServices } from './world/registrations.ts'
import { runRegularly } from './world/schedules.ts'
import { readServiceFiles } from './world/services.ts'

export type { WorldCounters } from './world/counts.ts'

export interface WorldOptions {
  /** Folder of the synthesised cloud assembly. */
  readonly assembly: string
  /** First of five ports in a row. Must be the one the assembly was synthesised for. */
  readonly basePort: number
  /** Keeps tables and keys between two starts; absent means in memory only. */
  readonly dataDir?: string
  /** Folder for log files; absent means no files. */
  readonly logDir?: string
  readonly verificationMetadata?: VerificationMetadata
  /** eSignet release the assembly was synthesised for; default 1.8. */
  readonly release?: Release
  /** Folder of the service files. Default `services`. */
  readonly services?: string
  /** Most workers of one function at a time. */
  readonly mostWorkers?: number
  /** How often rows that expired are deleted, as DynamoDB does within days. Default 60. */
  readonly sweepEverySeconds?: number | 'never'
  /** Whether what runs by the clock does so here, too. Default: only when the practice door wants it. */
  readonly runsByTheClock?: boolean
  readonly now?: () => Date
}

export interface World extends WorldView {
  readonly denials: () => readonly Denial[]
  readonly aws: RunningAws
  readonly esignet: RunningEsignet
  /** Makes eSignet lie. */
  readonly liar: Liar
  readonly close: () => Promise<void>
}

const region = 'eu-central-1'
const accountId = '000000000000'

const local = (port: number): string => `http://localhost:${port}`

const startLocalAws = async (
  options: WorldOptions,
  logs: LogRing,
  killCaller: (principal: string) => void,
): Promise<RunningAws> => {
  const { sweepEverySeconds = 60 } = options
  if (options.dataDir !== undefined) mkdirSync(options.dataDir, { recursive: true })
  return startAws({
    port: 0,
    region,
    accountId,
    ...(sweepEverySeconds === 'never' ? {} : { sweepEverySeconds }),
    killCaller,
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
    onCall: ({ principal, service, operation, outcome }) => {
      if (principal === 'administrator') return
      logs.add({ at: new Date().toISOString(), source: service, text: `${operation} by ${principal}: ${outcome}` })
    },
  })
}

interface Standing {
  readonly aws: RunningAws
  readonly account: Account
  readonly provisioned: Provisioned
}

/** What a deployment makes: tables, keys, roles, functions. */
const raiseGround = async (
  options: WorldOptions,
  apiEndpoint: string,
  logs: LogRing,
  open: Closing,
  clocks: Clocks,
): Promise<Standing> => {
  const assembly = readAssembly(options.assembly)
  let provisioned: Provisioned | undefined
  const aws = await startLocalAws(options, logs, (principal) => {
    const own = provisioned?.functions.filter(({ definition }) => provisioned?.roles.get(definition.arn) === principal)
    for (const each of own ?? []) void each.kill()
  })
  open.add(aws.close)
  const account = openAccount({ region, accountId }, aws.url, aws.administrator)
  open.add(account.close)
  const { dataDir, mostWorkers } = options
  provisioned = await provision(assembly, {
    aws,
    account,
    apiEndpoint,
    logs,
    clockAhead: clocks.ofFunctions,
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(mostWorkers === undefined ? {} : { mostWorkers }),
  })
  for (const each of provisioned.functions) open.add(each.close)
  return { aws, account, provisioned }
}

/** The role of the function behind a door. */
const roleOf =
  ({ api, roles }: Provisioned) =>
  (door: string): string => {
    const route = api.routes.find(({ key }) => key.endsWith(`/${door}`))
    const role = roles.get(route?.target.definition.arn ?? '')
    if (role === undefined) throw new Error(`There is no door ${door}.`)
    return role
  }

const raise = async (options: WorldOptions, open: Closing): Promise<Omit<World, 'close'>> => {
  const { now = () => new Date(), verificationMetadata = 'oidc4ida' } = options
  const ports = portsFrom(options.basePort)
  const urls = { home: local(ports.home), api: local(ports.api), esignet: local(ports.esignet) }
  const services = readServiceFiles(options.services ?? 'services')
  const release = options.release ?? '1.8'
  const { authorization, userinfo } = dialects[release]
  const released: ReleasedMetadata = authorization.verifiedClaims === 'released' ? verificationMetadata : 'nothing'
  const encrypts = userinfo.encryption === 'esignet'
  const people = personas(now(), released, encrypts)
  await requireFreePorts(options.basePort)

  const logs = logRing(2000, options.logDir === undefined ? undefined : logFiles(options.logDir))
  const clocks = openClocks(now)
  const { aws, account, provisioned } = await raiseGround(options, urls.api, logs, open, clocks)
  const esignet = await startEsignet({
    port: ports.esignet,
    publicUrl: urls.esignet,
    homeUrl: urls.home,
    identities: people.map(({ identity }) => identity),
    releases: [release],
    // Before 1.7 an operator pins these keys; here they are born after the template that would name them.
    identitySystemKeys: 'published',
    verificationMetadata,
    now: clocks.ofEsignet,
    onEvent: ({ at, door, outcome, who }) =>
      logs.add({ at, source: 'esignet', text: `${door} for the ${who}: ${outcome}` }),
  })
  open.add(esignet.close)
  const gateway = await startGateway({ api: provisioned.api, port: ports.api, logs })
  open.add(gateway.close)
  const portals = await startPortals(ports, urls.api, urls.home)
  open.add(portals.close)
  const { deployed, functions, schedules } = provisioned
  const esignetUrl = esignet.deployment(release).issuer
  await registerServices(
    { account, deployed, esignetUrl, release, portals: portals.urls, homeUrl: urls.home },
    services,
  )

  const liar = liarFor({ ...esignet.deployment(release), intercept: esignet.intercept }, async () => {
    await Promise.all(functions.map((each) => each.renew()))
  })
  const counting = countingOf(aws, esignet.deployment(release), functions)
  counting.reset()
  const world = {
    urls: { ...urls, aws: aws.url, portals: portals.urls },
    personas: people,
    verificationMetadata: released,
    encrypts,
    counters: counting.counters,
    resetCounters: counting.reset,
    logs: logs.last,
    denials: aws.denials,
    aws,
    esignet,
    liar,
  }
  const observe = observerOf({ account, counters: counting.counters, logs })
  const controls = controlsOf({ aws, account, esignet, functions, schedules, clocks, roleOf: roleOf(provisioned) })
  const failing = failingOf(faults, controls)
  if (options.runsByTheClock === true)
    open.add(runRegularly(schedules, () => failing.begun() !== undefined || liar.telling() !== undefined).close)
  const practice = { liar, lies, release, observe, failing }
  const startPage = await startStartPage({ port: ports.home, world, services, practice })
  open.add(startPage.close)
  return world
}

/**
 * Starts the practice world: everything that would be deployed, as synthesised, on this machine.
 * When any part fails, those already started are closed again and the error comes through:
 * `UnknownInAssembly`, `BrokenAssembly`, `PortTaken`, or the part's own.
 */
export const startWorld = async (options: WorldOptions): Promise<World> => {
  const open = closing()
  try {
    return { ...(await raise(options, open)), close: open.close }
  } catch (error) {
    await open.close()
    throw error
  }
}
