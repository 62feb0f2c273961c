import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { type CallCount, type Denial, openCounters, type RecordedCall } from './counters.ts'
import type { TableWish } from './dynamodb/create-table.ts'
import { openDynamodb } from './dynamodb/dynamodb-door.ts'
import { answerRequest } from './endpoint.ts'
import { type Faults, openFaults } from './faults.ts'
import { type Credentials, openIdentities, type Role } from './identities.ts'
import { openKms } from './kms/kms-door.ts'
import type { Door } from './wire/door.ts'

export type { CallCount, Denial, RecordedCall } from './counters.ts'
export type { TableWish } from './dynamodb/create-table.ts'
export type { Fault, Faults } from './faults.ts'
export { PolicyRefusedError } from './iam/policy.ts'
export type { PolicyDocument } from './iam/policy-document.ts'
export type { Credentials, Role } from './identities.ts'

export interface AwsPlace {
  /** 0 takes a free port. */
  readonly port: number
  readonly region: string
  /** Twelve digits. */
  readonly accountId: string
  readonly roles?: readonly Role[]
  /** Folder that keeps keys and items between two runs; absent means in memory only. */
  readonly dataDir?: string
  /** Told of every call after it was answered; never of its contents. */
  readonly onCall?: (call: RecordedCall) => void
  /** Kills the function that acts in a role, for a fault that wants it; absent means nothing dies. */
  readonly killCaller?: (principal: string) => void
  /** Seconds between two deletions of expired items; absent means expired items stay, as they may for days in AWS. */
  readonly sweepEverySeconds?: number
  /** Further services on the same endpoint. */
  readonly doors?: readonly Door[]
  /** Where `DYNAMODB_ENDPOINT` and `PATH` are read; the process's own by default. */
  readonly environment?: NodeJS.ProcessEnv
}

export interface RunningAws {
  /** For AWS_ENDPOINT_URL. */
  readonly url: string
  readonly port: number
  readonly region: string
  readonly accountId: string
  /** The identity that provisions; no policy binds it, as CloudFormation's execution role is not bound here either. */
  readonly administrator: Credentials
  /** Adds a role or replaces its policies. @throws PolicyRefusedError listing what a policy says that is not understood */
  addRole(role: Role): Credentials
  /** A table in few words, without the SDK; what a template says in full goes through the SDK as the administrator. */
  createTable(wish: TableWish): Promise<void>
  counters(): readonly CallCount[]
  denials(): readonly Denial[]
  /** Forgets counters and denials. */
  reset(): void
  readonly faults: Faults
  /** Deletes expired items as of `now` (epoch seconds) and says how many. */
  sweepExpired(now: number): Promise<number>
  /** Process id of the DynamoDB stand-in, when it is a child of this process. */
  readonly storePid: number | undefined
  close(): Promise<void>
}

/**
 * Starts KMS and DynamoDB on one loopback endpoint for the unmodified AWS SDK: callers are told apart by their access key,
 * every signature is verified, and every call is decided by the caller's policies before it reaches a service.
 */
export async function startAws(place: AwsPlace): Promise<RunningAws> {
  const { region, accountId, dataDir } = place
  if (!/^\d{12}$/.test(accountId)) throw new TypeError(`an account id has twelve digits, not "${accountId}"`)
  const identities = openIdentities(accountId)
  for (const role of place.roles ?? []) identities.addRole(role)
  const counters = openCounters(place.onCall)
  const faults = openFaults()
  const kms = openKms({ accountId, region, ...(dataDir ? { file: join(dataDir, 'kms.json') } : {}) })
  const dynamodb = await openDynamodb({
    accountId,
    region,
    environment: place.environment ?? process.env,
    ...(dataDir ? { file: join(dataDir, 'dynamodb.sqlite') } : {}),
    ...(place.sweepEverySeconds === undefined ? {} : { sweepEverySeconds: place.sweepEverySeconds }),
  })
  const killCaller = place.killCaller ?? (() => undefined)
  const parts = {
    region,
    doors: [kms, dynamodb.door, ...(place.doors ?? [])],
    identities,
    counters,
    faults,
    killCaller,
  }
  const server = createServer((request, response) => {
    answerRequest(parts, request, response).catch((error: unknown) => {
      console.error('sandbox/aws: a request could not be answered', error)
      response.destroy()
    })
  })
  // Longer than any client keeps an idle connection, so that no call meets one that is just being closed.
  server.keepAliveTimeout = 120_000
  const port = await listen(server, place.port).catch(async (error: unknown) => {
    await dynamodb.close()
    throw error
  })
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    region,
    accountId,
    administrator: identities.administrator,
    addRole: identities.addRole,
    createTable: dynamodb.createTable,
    counters: counters.counts,
    denials: counters.denials,
    reset: counters.reset,
    faults,
    sweepExpired: dynamodb.sweep,
    storePid: dynamodb.storePid,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await dynamodb.close()
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the endpoint has no port')
  return address.port
}
