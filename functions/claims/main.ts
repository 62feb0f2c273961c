import { auditTrail } from '../../shared/adapters/aws/dynamodb/audit-trail.ts'
import { openStore } from '../../shared/adapters/aws/dynamodb/store.ts'
import { verifiedClaims } from '../../shared/adapters/aws/dynamodb/verified-claims.ts'
import { openKms } from '../../shared/adapters/aws/kms/keys.ts'
import { subjectKeyIds, subjectKeyring } from '../../shared/adapters/aws/kms/subject-keys.ts'
import { systemClock } from '../../shared/adapters/system/clock.ts'
import { systemRandomness } from '../../shared/adapters/system/randomness.ts'
import { aesGcmSealer } from '../../shared/adapters/system/sealer.ts'
import { releaseClaims } from '../../shared/use-cases/release-claims.ts'
import { wireCallers } from '../../shared/wiring/callers.ts'
import { door } from '../../shared/wiring/door.ts'
import { readDataKey, readStage, readTables } from '../../shared/wiring/environment.ts'
import { wireProfiles } from '../../shared/wiring/profiles.ts'
import { wireServices } from '../../shared/wiring/services.ts'
import { claimsHandler } from './handler.ts'

const stage = readStage()
const store = openStore(readTables('replay', 'verified-claims', 'subject-keys', 'audit'))
const kms = openKms()
const world = {
  services: wireServices(),
  profileOf: wireProfiles(),
  verifiedClaims: verifiedClaims(store),
  subjectKeyIds: subjectKeyIds(store),
  subjectKeyring: subjectKeyring({ kms, store, dataKeyArn: readDataKey() }),
  sealer: aesGcmSealer,
  auditTrail: auditTrail(store),
  clock: systemClock,
  randomness: systemRandomness,
}
const recogniseCaller = wireCallers(store, kms)

export const handler = door('claims', (log) =>
  claimsHandler({ recogniseCaller, releaseClaims: releaseClaims(world), ...stage, log }),
)
