import { auditRows } from '../../shared/adapters/aws/dynamodb/audit-rows.ts'
import { auditSeals } from '../../shared/adapters/aws/dynamodb/audit-seals.ts'
import { openStore } from '../../shared/adapters/aws/dynamodb/store.ts'
import { auditRootKey } from '../../shared/adapters/aws/kms/audit-root-key.ts'
import { openKms } from '../../shared/adapters/aws/kms/keys.ts'
import { systemClock } from '../../shared/adapters/system/clock.ts'
import { sealAudit } from '../../shared/use-cases/seal-audit.ts'
import { readAuditRootKey, readTables } from '../../shared/wiring/environment.ts'
import { job } from '../../shared/wiring/job.ts'
import { sealAuditHandler } from './handler.ts'

const store = openStore(readTables('audit', 'seals'))
const world = {
  auditRows: auditRows(store),
  auditSeals: auditSeals(store),
  auditRootKey: auditRootKey(openKms(), readAuditRootKey()),
  clock: systemClock,
}

export const handler = job('seal-audit', (log) => sealAuditHandler({ sealAudit: sealAudit(world), log }))
