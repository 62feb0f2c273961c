import { createPublicKey, verify } from 'node:crypto'
import { CreateKeyCommand, GetPublicKeyCommand } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditRows } from '../../../shared/adapters/aws/dynamodb/audit-rows.ts'
import { auditSeals } from '../../../shared/adapters/aws/dynamodb/audit-seals.ts'
import { auditTrail } from '../../../shared/adapters/aws/dynamodb/audit-trail.ts'
import { auditRow } from '../../../shared/adapters/aws/dynamodb/rows.ts'
import { auditRootKey } from '../../../shared/adapters/aws/kms/audit-root-key.ts'
import { memoryAuditRootKey } from '../../../shared/adapters/memory/audit-root-key.ts'
import { memoryAuditRows, memoryAuditSeals } from '../../../shared/adapters/memory/audit-seals.ts'
import type { AuditRow } from '../../../shared/domain/audit/audit-row.ts'
import type { AuditEvent } from '../../../shared/domain/audit/event.ts'
import type { Root } from '../../../shared/domain/audit/root.ts'
import { sealAfter } from '../../../shared/domain/audit/seal.ts'
import type { AuditRootKey, AuditRows, AuditSeals } from '../../../shared/ports/audit-seals.ts'
import { anEvent, midnight, minute } from '../../domain/audit/sealed-days.ts'
import { canRunAws, startAwsWorld } from '../../support/aws-world.ts'

interface Twin {
  readonly record: (event: AuditEvent) => Promise<void>
  readonly auditRows: AuditRows
  readonly auditSeals: AuditSeals
  readonly auditRootKey: AuditRootKey
  readonly isSigned: (text: string, signature: string) => Promise<boolean>
  readonly close: () => Promise<void>
}

const memoryTwin = async (): Promise<Twin> => {
  const rows: AuditRow[] = []
  const key = memoryAuditRootKey()
  return {
    record: async (event) => void rows.push(auditRow(event)),
    auditRows: memoryAuditRows(rows),
    auditSeals: memoryAuditSeals({ seals: [], roots: [] }),
    auditRootKey: key,
    isSigned: async (text, signature) =>
      verify(
        'sha256',
        Buffer.from(text),
        { key: key.publicKey, dsaEncoding: 'der' },
        Buffer.from(signature, 'base64url'),
      ),
    close: async () => undefined,
  }
}

const awsTwin = async (): Promise<Twin> => {
  const { store, kms, close } = await startAwsWorld()
  const made = await kms.send(new CreateKeyCommand({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }))
  const arn = made.KeyMetadata?.Arn ?? ''
  return {
    record: auditTrail(store).record,
    auditRows: auditRows(store),
    auditSeals: auditSeals(store),
    auditRootKey: auditRootKey(kms, arn),
    isSigned: async (text, signature) => {
      const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: arn }))
      const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' })
      return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'der' }, Buffer.from(signature, 'base64url'))
    },
    close,
  }
}

const twins = [
  { name: 'memory', open: memoryTwin, possible: true },
  { name: canRunAws() ? 'aws' : 'aws (no DynamoDB stand-in for this platform)', open: awsTwin, possible: canRunAws() },
] as const

const day = '2026-11-24'
const before = '2026-11-24T00:03:00.000Z'

const all = async <Thing>(things: AsyncIterable<Thing>): Promise<readonly Thing[]> => {
  const found: Thing[] = []
  for await (const thing of things) found.push(thing)
  return found
}

describe.each(twins)('seals of the audit trail, $name', ({ open, possible }) => {
  let twin: Twin
  beforeAll(async () => {
    if (possible) twin = await open()
  })
  afterAll(async () => {
    await twin?.close()
  })

  it.runIf(possible)('reads rows as they were written, in order, up to and not including the boundary', async () => {
    const events = [2, 0, 1, 3].map((at) => anEvent(midnight + at * minute, `event-${at}`))
    for (const event of events) await twin.record(event)
    const rows = await all(twin.auditRows.between(day, '2026-11-24T00:01:00.000Z', before))
    expect(rows).toEqual([events[2], events[0]].map((event) => event && auditRow(event)))
  })

  it.runIf(possible)('keeps seals in order, never twice, never otherwise', async () => {
    expect(await twin.auditSeals.newest(day)).toEqual({})
    const first = sealAfter(undefined, { day, before, sealedAt: before, rows: [{ entry: 'entry', digest: 'digest' }] })
    const second = sealAfter(first, { day, before, sealedAt: before, rows: [] })
    expect(await twin.auditSeals.add(first)).toBe('added')
    expect(await twin.auditSeals.add(first)).toBe('added')
    expect(await twin.auditSeals.add({ ...first, sealedAt: 'later' })).toBe('raced')
    expect(await twin.auditSeals.add(second)).toBe('added')
    expect(await twin.auditSeals.newest(day)).toEqual({ lastSeal: second })
    expect(await all(twin.auditSeals.backwards(day))).toEqual([second, first])
  })

  it.runIf(possible)('keeps one root of a day, and tells it instead of the newest seal', async () => {
    const keyId = twin.auditRootKey.keyId()
    const signature = await twin.auditRootKey.sign('a text')
    const said = { seals: 2, events: 1, lastSeal: 'digest', previous: 'none', signedAt: before, keyId }
    const root: Root = { day, ...said, digest: 'digest', signature }
    expect(await twin.auditSeals.addRoot(root)).toBe('added')
    expect(await twin.auditSeals.addRoot(root)).toBe('added')
    expect(await twin.auditSeals.addRoot({ ...root, signature: 'another' })).toBe('raced')
    expect(await twin.auditSeals.newest(day)).toEqual({ root })
    expect(await all(twin.auditSeals.backwards(day))).toHaveLength(2)
  })

  it.runIf(possible)('signs so that the public key verifies it, and nothing else', async () => {
    const signature = await twin.auditRootKey.sign('a text')
    expect(await twin.isSigned('a text', signature)).toBe(true)
    expect(await twin.isSigned('another text', signature)).toBe(false)
  })
})
