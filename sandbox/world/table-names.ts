import { ListTablesCommand } from '@aws-sdk/client-dynamodb'
import type { Account } from './account.ts'

/** Deployed names of tables by a part of their logical name; the tables of a world never change. */
export const tablesOf = ({ dynamodb }: Pick<Account, 'dynamodb'>): (() => Promise<(table: string) => string>) => {
  let names: readonly string[] | undefined
  return async () => {
    names ??= (await dynamodb.send(new ListTablesCommand({}))).TableNames ?? []
    const all = names
    return (table) => {
      const wanted = table.replaceAll('-', '')
      const name = all.find((each) => each.toLowerCase().replaceAll('-', '').includes(wanted))
      if (name === undefined) throw new Error(`There is no table like ${table}.`)
      return name
    }
  }
}
