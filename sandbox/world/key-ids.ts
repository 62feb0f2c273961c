import { paginateListAliases } from '@aws-sdk/client-kms'
import type { Account } from './account.ts'

/** Ids of keys by the last part of their alias; the keys of a world never change. */
export const keysOf = ({ kms }: Pick<Account, 'kms'>): (() => Promise<(key: string) => string>) => {
  let known: ReadonlyMap<string, string> | undefined
  return async () => {
    known ??= await read(kms)
    const all = known
    return (key) => {
      const [, id] = [...all].find(([alias]) => alias.endsWith(`/${key}`)) ?? []
      if (id === undefined) throw new Error(`There is no key ${key}.`)
      return id
    }
  }
}

const read = async (client: Account['kms']): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>()
  for await (const { Aliases } of paginateListAliases({ client }, {}))
    for (const { AliasName = '', TargetKeyId = '' } of Aliases ?? []) ids.set(AliasName, TargetKeyId)
  return ids
}
