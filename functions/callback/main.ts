import { auditTrail } from '../../shared/adapters/aws/dynamodb/audit-trail.ts'
import { loginRecords } from '../../shared/adapters/aws/dynamodb/login-records.ts'
import { loginTransactions } from '../../shared/adapters/aws/dynamodb/login-transactions.ts'
import { openStore } from '../../shared/adapters/aws/dynamodb/store.ts'
import { clientKey } from '../../shared/adapters/aws/kms/client-key.ts'
import { decryptionKey } from '../../shared/adapters/aws/kms/decryption-key.ts'
import { openKms } from '../../shared/adapters/aws/kms/keys.ts'
import { subjectKeys } from '../../shared/adapters/aws/kms/subject-keys.ts'
import { systemClock } from '../../shared/adapters/system/clock.ts'
import { systemRandomness } from '../../shared/adapters/system/randomness.ts'
import { aesGcmSealer } from '../../shared/adapters/system/sealer.ts'
import { completeLogin } from '../../shared/use-cases/complete-login.ts'
import { refuseLogin } from '../../shared/use-cases/refuse-login.ts'
import { door } from '../../shared/wiring/door.ts'
import {
  readClientKeys,
  readDataKey,
  readDecryptionKeys,
  readStage,
  readTables,
} from '../../shared/wiring/environment.ts'
import { tellDeviations, wireProviders } from '../../shared/wiring/providers.ts'
import { wireServices } from '../../shared/wiring/services.ts'
import { callbackHandler } from './handler.ts'

const stage = readStage()
const store = openStore(readTables('login-transactions', 'sessions', 'verified-claims', 'subject-keys', 'audit'))
const kms = openKms()
const world = {
  services: wireServices(),
  loginTransactions: loginTransactions(store),
  loginRecords: loginRecords(store),
  clientKey: clientKey(kms, readClientKeys()),
  decryptionKey: decryptionKey(kms, readDecryptionKeys()),
  subjectKeys: subjectKeys({ kms, store, dataKeyArn: readDataKey() }),
  sealer: aesGcmSealer,
  auditTrail: auditTrail(store),
  clock: systemClock,
  randomness: systemRandomness,
}

export const handler = door('callback', (log) => {
  tellDeviations(log)
  return callbackHandler({
    completeLogin: completeLogin({ ...world, providers: wireProviders(log) }),
    refuseLogin: refuseLogin(world),
    problemPages: stage.problemPages,
    log,
  })
})
