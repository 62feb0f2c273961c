import { clientPublicKeys } from '../../shared/adapters/aws/kms/client-public-keys.ts'
import { openKms } from '../../shared/adapters/aws/kms/keys.ts'
import { tokenPublicKey } from '../../shared/adapters/aws/kms/token-key.ts'
import { publishKeys } from '../../shared/use-cases/publish-keys.ts'
import { door } from '../../shared/wiring/door.ts'
import { readClientKeys, readStage, readTokenKey } from '../../shared/wiring/environment.ts'
import { wireSigningAlgorithms } from '../../shared/wiring/providers.ts'
import { jwksHandler } from './handler.ts'

const kms = openKms()
const world = {
  clientPublicKeys: clientPublicKeys(kms, readClientKeys(), wireSigningAlgorithms()),
  tokenPublicKey: tokenPublicKey(kms, readTokenKey()),
}

export const handler = door('jwks', (log) => jwksHandler({ publishKeys: publishKeys(world), ...readStage(), log }))
