import { expect, test } from 'vitest'
import { sealAuditHandler } from '../../../functions/seal-audit/handler.ts'
import { sealAfter } from '../../../shared/domain/audit/seal.ts'
import type { Sealing } from '../../../shared/use-cases/seal-audit.ts'
import { listening } from '../asking.ts'

const day = '2026-11-24'
const seal = sealAfter(undefined, {
  day,
  before: '2026-11-24T00:03:00.000Z',
  sealedAt: '2026-11-24T00:05:00.000Z',
  rows: [{ entry: 'entry', digest: 'digest' }],
})

const running = (...steps: readonly Sealing[]) => {
  const { log, said } = listening()
  const sealAudit = async function* () {
    yield* steps
  }
  return { said, run: () => sealAuditHandler({ sealAudit, log })('trace') }
}

test('every seal and every root is said in the log, which is a second witness of it', async () => {
  const { said, run } = running({ kind: 'sealed', seal, late: 1 }, { kind: 'signed', day, digest: 'of the root' })
  await run()
  expect(said).toEqual([
    { code: 'audit-sealed', day, number: 1, rows: 1, late: 1, digest: seal.digest },
    { code: 'audit-signed', day, digest: 'of the root' },
  ])
})

test('that another run was at work is said, and no more', async () => {
  const { said, run } = running({ kind: 'raced' })
  await run()
  expect(said).toEqual([{ code: 'audit-sealing-raced' }])
})

test('a run that fails ends in an error, so that the alarm rings', async () => {
  const { log } = listening()
  const sealAudit = async function* (): AsyncGenerator<Sealing> {
    yield { kind: 'sealed', seal, late: 0 }
    throw new Error('away')
  }
  await expect(sealAuditHandler({ sealAudit, log })('trace')).rejects.toThrow('away')
})
