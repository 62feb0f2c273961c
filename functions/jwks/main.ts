import { clientPublicKeys } from '../../shared/adapters/aws/kms/client-public-keys.ts'
import { openKms } from '../../shared/adapters/aws/kms/keys.ts'
import { publishKeys } from '../../shared/use-cases/publish-keys.ts'
import { door } from '../../shared/wiring/door.ts'
import { readClientKeys, readStage } from '../../shared/wiring/environment.ts'
import { wireSigningAlgorithms } from '../../shared/wiring/providers.ts'
import { jwksHandler } from './handler.ts'

const world = { clientPublicKeys: clientPublicKeys(openKms(), readClientKeys(), wireSigningAlgorithms()) }

export const handler = door('jwks', (log) => jwksHandler({ publishKeys: publishKeys(world), ...readStage(), log }))
