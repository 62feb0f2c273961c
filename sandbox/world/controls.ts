import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Fault, RunningAws } from '../aws/start.ts'
import type { RunningEsignet } from '../esignet/start.ts'
import type { RunningFunction } from '../lambda/pool.ts'
import type { Account } from './account.ts'
import type { Clocks } from './clocks.ts'
import { keysOf } from './key-ids.ts'
import type { RunningSchedule } from './schedules.ts'
import { tablesOf } from './table-names.ts'

/** A failure for the calls of one door, or of all of them. */
export interface WantedFault extends Omit<Fault, 'principal' | 'resource'> {
  /** Last part of the door's route, such as `callback`; absent means every door's calls. */
  readonly door?: string
  /** Such as `login-transactions`; absent means every table. */
  readonly table?: string
  /** Last part of the key's alias, such as `omera-bank/client-assertion`; absent means every key. */
  readonly key?: string
}

/** A row as somebody with access to the table would change it. */
export interface RowChange {
  /** Such as `login-transactions`. */
  readonly table: string
  readonly key: Readonly<Record<string, string>>
  readonly set: Readonly<Record<string, string | number>>
  readonly remove: readonly string[]
  /** The whole row is deleted. */
  readonly gone: boolean
}

/** What breaks in a practice world when somebody wants it to. Nothing here is part of the product. */
export interface Controls {
  readonly fail: (faults: readonly WantedFault[]) => Promise<void>
  /** How many calls met a fault since it was asked for. */
  readonly met: () => number
  readonly stopFailing: () => void
  /** Seconds by which a clock is ahead of the real one. */
  readonly setClock: (ahead: { readonly functions: number; readonly esignet: number }) => void
  readonly alterRow: (change: RowChange) => Promise<void>
  /** Functions forget what they remember; what runs goes on. */
  readonly renew: () => Promise<void>
  readonly kill: () => Promise<void>
  /** What runs by the clock, runs now. False when it failed, or when nothing of that name does. */
  readonly runSchedule: (name: string) => Promise<boolean>
  /** Whether anything answers at eSignet's port. */
  readonly setEsignetListening: (listening: boolean) => Promise<void>
}

export interface Controlled {
  readonly aws: RunningAws
  readonly account: Account
  readonly esignet: Pick<RunningEsignet, 'setListening'>
  readonly functions: readonly RunningFunction[]
  readonly schedules?: readonly RunningSchedule[]
  readonly clocks: Clocks
  /** Door → the role that its function acts in. */
  readonly roleOf: (door: string) => string
}

export const controlsOf = ({
  aws,
  account,
  esignet,
  functions,
  schedules = [],
  clocks,
  roleOf,
}: Controlled): Controls => {
  const tables = tablesOf(account)
  const keys = keysOf(account)
  const resourceOf = async ({ table, key }: WantedFault): Promise<string | undefined> =>
    table !== undefined ? (await tables())(table) : key !== undefined ? (await keys())(key) : undefined
  const placed = async (wanted: WantedFault): Promise<Fault> => {
    const { door, table: _table, key: _key, ...fault } = wanted
    const resource = await resourceOf(wanted)
    return {
      ...fault,
      ...(door === undefined ? {} : { principal: roleOf(door) }),
      ...(resource === undefined ? {} : { resource }),
    }
  }
  return {
    fail: async (faults) => {
      aws.faults.clear()
      for (const fault of await Promise.all(faults.map(placed))) aws.faults.next(fault)
    },
    met: aws.faults.met,
    stopFailing: aws.faults.clear,
    setClock: clocks.set,
    alterRow: async ({ table, key, set, remove, gone }) => {
      const TableName = (await tables())(table)
      if (gone) {
        await account.dynamodb.send(new DeleteItemCommand({ TableName, Key: marshall(key) }))
        return
      }
      const names = [...Object.keys(set), ...remove]
      const changes = [
        ...(Object.keys(set).length === 0 ? [] : [`SET ${Object.keys(set).map(assignment).join(', ')}`]),
        ...(remove.length === 0 ? [] : [`REMOVE ${remove.map((name) => `#${name}`).join(', ')}`]),
      ]
      const [keyName = ''] = Object.keys(key)
      await account.dynamodb.send(
        new UpdateItemCommand({
          TableName,
          Key: marshall(key),
          UpdateExpression: changes.join(' '),
          ConditionExpression: 'attribute_exists(#key)',
          ExpressionAttributeNames: {
            '#key': keyName,
            ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
          },
          ...(Object.keys(set).length === 0 ? {} : { ExpressionAttributeValues: marshall(valuesOf(set)) }),
        }),
      )
    },
    renew: async () => void (await Promise.all(functions.map((each) => each.renew()))),
    kill: async () => void (await Promise.all(functions.map((each) => each.kill()))),
    runSchedule: async (name) => {
      const found = schedules.find((each) => each.name.endsWith(`-${name}`))
      return found !== undefined && (await found.run()).every(({ ok }) => ok)
    },
    setEsignetListening: esignet.setListening,
  }
}

const assignment = (name: string): string => `#${name} = :${name}`

const valuesOf = (set: RowChange['set']): Record<string, string | number> =>
  Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value]))
