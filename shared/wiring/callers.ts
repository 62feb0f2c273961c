import { replay } from '../adapters/aws/dynamodb/replay.ts'
import type { Store } from '../adapters/aws/dynamodb/store.ts'
import type { openKms } from '../adapters/aws/kms/keys.ts'
import { tokenPublicKey } from '../adapters/aws/kms/token-key.ts'
import { accessTokens } from '../adapters/jose/access-token.ts'
import { possessionProofs } from '../adapters/jose/dpop-proof.ts'
import { systemClock } from '../adapters/system/clock.ts'
import { systemRandomness } from '../adapters/system/randomness.ts'
import { recogniseCaller } from '../use-cases/recognise-caller.ts'
import { readStage, readTokenKey } from './environment.ts'

/** What a door with the capability `callers` asks first. The store is one that was opened with the table `replay`. */
export const wireCallers = (store: Store, kms: ReturnType<typeof openKms>): ReturnType<typeof recogniseCaller> =>
  recogniseCaller({
    accessTokens: accessTokens(tokenPublicKey(kms, readTokenKey())),
    possessionProofs,
    replay: replay(store),
    clock: systemClock,
    randomness: systemRandomness,
    publicUrl: readStage().publicUrl,
  })
