import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, ListTablesCommand, paginateScan, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { type BackEnd, openBackEnd } from '../../sandbox/back-end/back-end.ts'
import { type BackEndKey, readBackEndKey } from '../../sandbox/back-end/keys.ts'
import { driveLogin } from '../../sandbox/esignet/drive.ts'
import { openBrowser } from '../../sandbox/journey/browser.ts'
import { prepareAssembly } from '../../sandbox/main/prepare.ts'
import { freeBasePort } from '../../sandbox/world/ports.ts'
import { startWorld, type World, type WorldOptions } from '../../sandbox/world.ts'

export type Row = Readonly<Record<string, unknown>>

export interface PracticeWorld {
  readonly world: World
  /** Makes every login that is still PENDING run out. */
  expireLogins(): Promise<void>
  /** All rows of the table whose logical name (e.g. `audit`) is in its deployed name. */
  rows(table: string): Promise<readonly Row[]>
  /** The service's own back end, with its key. */
  backEnd(service: string): BackEnd
  backEndKey(service: string): BackEndKey
  close(): Promise<void>
}

/** The practice world on ports of its own, from the synthesised assembly and the built bundles, as `npm start` has it. */
export const openPracticeWorld = async (options: Partial<WorldOptions> = {}): Promise<PracticeWorld> => {
  const basePort = await freeBasePort()
  const outdir = mkdtempSync(join(tmpdir(), 'verify-once-test-'))
  const assembly = await prepareAssembly(process.cwd(), basePort, () => undefined, outdir, options.release)
  const world = await startWorld({ assembly, basePort, ...options })
  const admin = new DynamoDBClient({
    region: 'eu-central-1',
    endpoint: world.urls.aws,
    credentials: world.aws.administrator,
  })
  const nameOf = async (table: string): Promise<string> => {
    const { TableNames = [] } = await admin.send(new ListTablesCommand({}))
    const name = TableNames.find((each) => each.toLowerCase().replaceAll('-', '').includes(table.replaceAll('-', '')))
    if (name === undefined) throw new Error(`no table like ${table} among ${TableNames.join(', ')}`)
    return name
  }
  const rows = async (table: string): Promise<readonly Row[]> => {
    const found: Row[] = []
    for await (const page of paginateScan({ client: admin }, { TableName: await nameOf(table), ConsistentRead: true }))
      found.push(...(page.Items ?? []).map((item) => unmarshall(item)))
    return found
  }
  return {
    world,
    rows,
    backEndKey: (service) => readBackEndKey(outdir, service),
    backEnd: (service) => openBackEnd(world.urls.api, service, readBackEndKey(outdir, service)),
    expireLogins: async () => {
      for (const { stateHash, state } of await rows('login-transactions')) {
        if (state !== 'PENDING') continue
        await admin.send(
          new UpdateItemCommand({
            TableName: await nameOf('login-transactions'),
            Key: marshall({ stateHash }),
            UpdateExpression: 'SET expiresAt = :past',
            ExpressionAttributeValues: marshall({ ':past': Math.floor(Date.now() / 1000) - 1 }),
          }),
        )
      }
    },
    close: async () => {
      admin.destroy()
      await world.close()
      rmSync(outdir, { recursive: true, force: true })
    },
  }
}

export type Browser = ReturnType<typeof openBrowser>

/** Begins a login in a browser and does at eSignet what a person does; stops before going back to the callback. */
export const upToCallback = async (
  { world }: Pick<PracticeWorld, 'world'>,
  wish: {
    readonly service?: string
    readonly act?: string
    readonly persona?: string
    readonly browser?: Browser
    readonly consent?: 'allow' | 'cancel' | 'leave-at-block'
    readonly returnTo?: string
  } = {},
) => {
  const {
    service = 'omera-bank',
    act = 'open-account',
    persona = 'fresh-eidas',
    consent = 'allow',
    returnTo = '/account',
  } = wish
  const browser = wish.browser ?? openBrowser()
  const person = world.personas.find(({ key }) => key === persona)
  if (person === undefined) throw new Error(`no persona ${persona}`)
  const query = new URLSearchParams({ act, return_to: returnTo })
  const entrance = await browser.visit(`${world.urls.api}/${service}/login?${query}`)
  const authorizeUrl = entrance.headers.get('location') ?? ''
  const { individualId } = person.identity
  const { redirectTo } = await driveLogin({ authorizeUrl, individualId, factor: 'otp', consent })
  return { browser, person, entrance, authorizeUrl, redirectTo }
}
