import { sessions } from '../../shared/adapters/aws/dynamodb/sessions.ts'
import { openStore } from '../../shared/adapters/aws/dynamodb/store.ts'
import { verifiedClaims } from '../../shared/adapters/aws/dynamodb/verified-claims.ts'
import { openKms } from '../../shared/adapters/aws/kms/keys.ts'
import { subjectKeyring } from '../../shared/adapters/aws/kms/subject-keys.ts'
import { systemClock } from '../../shared/adapters/system/clock.ts'
import { aesGcmSealer } from '../../shared/adapters/system/sealer.ts'
import { readSession } from '../../shared/use-cases/read-session.ts'
import { door } from '../../shared/wiring/door.ts'
import { readDataKey, readStage, readTables } from '../../shared/wiring/environment.ts'
import { wireServices } from '../../shared/wiring/services.ts'
import { sessionHandler } from './handler.ts'

const stage = readStage()
const store = openStore(readTables('sessions', 'verified-claims', 'subject-keys'))
const world = {
  services: wireServices(),
  sessions: sessions(store),
  verifiedClaims: verifiedClaims(store),
  subjectKeyring: subjectKeyring({ kms: openKms(), store, dataKeyArn: readDataKey() }),
  sealer: aesGcmSealer,
  clock: systemClock,
}

const loginAct = (service: string): string | undefined => Object.keys(world.services.find(service)?.acts ?? {})[0]

export const handler = door('session', (log) =>
  sessionHandler({ readSession: readSession(world), loginAct, ...stage, log }),
)
