import { auditTrail } from '../../shared/adapters/aws/dynamodb/audit-trail.ts'
import { erasure } from '../../shared/adapters/aws/dynamodb/erasure.ts'
import { openStore } from '../../shared/adapters/aws/dynamodb/store.ts'
import { openKms } from '../../shared/adapters/aws/kms/keys.ts'
import { tokenKey } from '../../shared/adapters/aws/kms/token-key.ts'
import { systemClock } from '../../shared/adapters/system/clock.ts'
import { systemRandomness } from '../../shared/adapters/system/randomness.ts'
import { eraseSubject } from '../../shared/use-cases/erase-subject.ts'
import { wireCallers } from '../../shared/wiring/callers.ts'
import { door } from '../../shared/wiring/door.ts'
import { readStage, readTables, readTokenKey } from '../../shared/wiring/environment.ts'
import { wireServices } from '../../shared/wiring/services.ts'
import { erasureHandler } from './handler.ts'

const stage = readStage()
const store = openStore(readTables('replay', 'verified-claims', 'subject-keys', 'sessions', 'audit'))
const kms = openKms()
const world = {
  services: wireServices(),
  erasure: erasure(store),
  auditTrail: auditTrail(store),
  tokenKey: tokenKey(kms, readTokenKey()),
  clock: systemClock,
  randomness: systemRandomness,
  publicUrl: stage.publicUrl,
}
const recogniseCaller = wireCallers(store, kms)

export const handler = door('erasure', (log) =>
  erasureHandler({ recogniseCaller, eraseSubject: eraseSubject(world), ...stage, log }),
)
