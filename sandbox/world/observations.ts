import { paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { LogRing } from '../lambda/log-ring.ts'
import type { Account } from './account.ts'
import type { WorldCounters } from './counts.ts'
import { tablesOf } from './table-names.ts'

/** What somebody may see who watches logins from outside: counts and codes, never a value. */
export interface Observations {
  /** Audit events, such as `login-refused nonce-mismatch` → how many. */
  readonly audit: Readonly<Record<string, number>>
  /** Logins by how far they came, such as `FAILED nonce-mismatch` → how many. */
  readonly logins: Readonly<Record<string, number>>
  readonly sessions: number
  /** Rows with claims in them. */
  readonly claims: number
  /** Calls to eSignet's doors since the counters were reset. */
  readonly esignet: Readonly<Record<string, number>>
}

export interface Observer {
  readonly observe: () => Promise<Observations>
  /** In how many log lines and audit events any of the words stands. */
  readonly search: (words: readonly string[]) => Promise<number>
}

type Row = Readonly<Record<string, unknown>>

interface Observed {
  readonly account: Account
  readonly counters: () => WorldCounters
  readonly logs: LogRing
}

/** Looks into tables and logs as the administrator of the practice world. */
export const observerOf = ({ account, counters, logs }: Observed): Observer => {
  const tables = tablesOf(account)
  const rows = async (table: string): Promise<readonly Row[]> => {
    const found: Row[] = []
    const request = { TableName: (await tables())(table), ConsistentRead: true }
    for await (const page of paginateScan({ client: account.dynamodb }, request))
      found.push(...(page.Items ?? []).map((item) => unmarshall(item)))
    return found
  }
  return {
    observe: async () => {
      const [audit, logins, sessions, claims] = await Promise.all(
        ['audit', 'login-transactions', 'sessions', 'verified-claims'].map(rows),
      )
      return {
        audit: countedBy(audit ?? [], ['event', 'reason', 'outcome']),
        logins: countedBy(logins ?? [], ['state', 'reason']),
        sessions: sessions?.length ?? 0,
        // Beside them lie how somebody authenticated last, and which sessions are theirs: no claims.
        claims: (claims ?? []).filter((row) => 'values' in row).length,
        esignet: counters().esignet.by,
      }
    },
    search: async (words) => {
      const written = logs.last().map(({ text }) => text)
      const kept = (await rows('audit')).map((row) => JSON.stringify(row))
      return [...written, ...kept].filter((line) => words.some((word) => line.includes(word))).length
    },
  }
}

const countedBy = (rows: readonly Row[], members: readonly string[]): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const name = members
      .map((member) => row[member])
      .filter((value) => typeof value === 'string')
      .join(' ')
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}
