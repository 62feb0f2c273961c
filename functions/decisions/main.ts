import { auditTrail } from '../../shared/adapters/aws/dynamodb/audit-trail.ts'
import { openStore } from '../../shared/adapters/aws/dynamodb/store.ts'
import { verifiedClaims } from '../../shared/adapters/aws/dynamodb/verified-claims.ts'
import { openKms } from '../../shared/adapters/aws/kms/keys.ts'
import { subjectKeyIds } from '../../shared/adapters/aws/kms/subject-keys.ts'
import { systemClock } from '../../shared/adapters/system/clock.ts'
import { systemRandomness } from '../../shared/adapters/system/randomness.ts'
import { makeDecision } from '../../shared/use-cases/make-decision.ts'
import { wireCallers } from '../../shared/wiring/callers.ts'
import { door } from '../../shared/wiring/door.ts'
import { readStage, readTables } from '../../shared/wiring/environment.ts'
import { wireProfiles } from '../../shared/wiring/profiles.ts'
import { wireServices } from '../../shared/wiring/services.ts'
import { decisionsHandler } from './handler.ts'

const stage = readStage()
const store = openStore(readTables('replay', 'verified-claims', 'subject-keys', 'audit'))
const world = {
  services: wireServices(),
  profileOf: wireProfiles(),
  verifiedClaims: verifiedClaims(store),
  subjectKeyIds: subjectKeyIds(store),
  auditTrail: auditTrail(store),
  clock: systemClock,
  randomness: systemRandomness,
}
const recogniseCaller = wireCallers(store, openKms())

export const handler = door('decisions', (log) =>
  decisionsHandler({ recogniseCaller, makeDecision: makeDecision(world), ...stage, log }),
)
