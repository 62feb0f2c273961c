import { replay } from '../../shared/adapters/aws/dynamodb/replay.ts'
import { openStore } from '../../shared/adapters/aws/dynamodb/store.ts'
import { openKms } from '../../shared/adapters/aws/kms/keys.ts'
import { tokenKey } from '../../shared/adapters/aws/kms/token-key.ts'
import { backendAssertions } from '../../shared/adapters/jose/backend-assertion.ts'
import { possessionProofs } from '../../shared/adapters/jose/dpop-proof.ts'
import { backendKeys } from '../../shared/adapters/service-files/backend-keys.ts'
import { systemClock } from '../../shared/adapters/system/clock.ts'
import { systemRandomness } from '../../shared/adapters/system/randomness.ts'
import { issueToken } from '../../shared/use-cases/issue-token.ts'
import { door } from '../../shared/wiring/door.ts'
import { readBackendKeys, readStage, readTables, readTokenKey } from '../../shared/wiring/environment.ts'
import { wireServices } from '../../shared/wiring/services.ts'
import { tokenHandler } from './handler.ts'

const stage = readStage()
const world = {
  backendKeys: backendKeys(wireServices(), readBackendKeys()),
  backendAssertions,
  possessionProofs,
  replay: replay(openStore(readTables('replay'))),
  tokenKey: tokenKey(openKms(), readTokenKey()),
  clock: systemClock,
  randomness: systemRandomness,
  publicUrl: stage.publicUrl,
}

export const handler = door('token', (log) => tokenHandler({ issueToken: issueToken(world), ...stage, log }))
