import { auditTrail } from '../../shared/adapters/aws/dynamodb/audit-trail.ts'
import { newLoginTransactions } from '../../shared/adapters/aws/dynamodb/login-transactions.ts'
import { openStore } from '../../shared/adapters/aws/dynamodb/store.ts'
import { clientKey } from '../../shared/adapters/aws/kms/client-key.ts'
import { openKms } from '../../shared/adapters/aws/kms/keys.ts'
import { systemClock } from '../../shared/adapters/system/clock.ts'
import { systemRandomness } from '../../shared/adapters/system/randomness.ts'
import { refuseLogin } from '../../shared/use-cases/refuse-login.ts'
import { startLogin } from '../../shared/use-cases/start-login.ts'
import { door } from '../../shared/wiring/door.ts'
import { readClientKeys, readStage, readTables } from '../../shared/wiring/environment.ts'
import { tellDeviations, wireProviders } from '../../shared/wiring/providers.ts'
import { wireServices } from '../../shared/wiring/services.ts'
import { loginHandler } from './handler.ts'

const stage = readStage()
const store = openStore(readTables('login-transactions', 'audit'))
const world = {
  publicUrl: stage.publicUrl,
  services: wireServices(),
  newLoginTransactions: newLoginTransactions(store),
  clientKey: clientKey(openKms(), readClientKeys()),
  auditTrail: auditTrail(store),
  clock: systemClock,
  randomness: systemRandomness,
}

export const handler = door('login', (log) => {
  tellDeviations(log)
  return loginHandler({
    startLogin: startLogin({ ...world, providers: wireProviders(log) }),
    refuseLogin: refuseLogin(world),
    problemPages: stage.problemPages,
    log,
  })
})
