import { auditTrail } from '../../../shared/adapters/aws/dynamodb/audit-trail.ts'
import { erasure } from '../../../shared/adapters/aws/dynamodb/erasure.ts'
import { loginRecords } from '../../../shared/adapters/aws/dynamodb/login-records.ts'
import { loginTransactions, newLoginTransactions } from '../../../shared/adapters/aws/dynamodb/login-transactions.ts'
import { replay } from '../../../shared/adapters/aws/dynamodb/replay.ts'
import { sessions } from '../../../shared/adapters/aws/dynamodb/sessions.ts'
import { verifiedClaims } from '../../../shared/adapters/aws/dynamodb/verified-claims.ts'
import { clientKey } from '../../../shared/adapters/aws/kms/client-key.ts'
import { clientPublicKeys } from '../../../shared/adapters/aws/kms/client-public-keys.ts'
import { subjectKeyIds, subjectKeyring, subjectKeys } from '../../../shared/adapters/aws/kms/subject-keys.ts'
import { tokenKey, tokenPublicKey } from '../../../shared/adapters/aws/kms/token-key.ts'
import { memoryClientKeys } from '../../../shared/adapters/memory/client-keys.ts'
import { memoryStore } from '../../../shared/adapters/memory/memory-store.ts'
import { memoryReplay } from '../../../shared/adapters/memory/replay.ts'
import { memoryTokenKey } from '../../../shared/adapters/memory/token-key.ts'
import type { AuditTrail } from '../../../shared/ports/audit-trail.ts'
import type { ClientKey, ClientPublicKeys } from '../../../shared/ports/client-key.ts'
import type { Erasure } from '../../../shared/ports/erasure.ts'
import type { LoginRecords } from '../../../shared/ports/login-records.ts'
import type { LoginTransactions, NewLoginTransactions } from '../../../shared/ports/login-transactions.ts'
import type { Replay } from '../../../shared/ports/replay.ts'
import type { Sessions } from '../../../shared/ports/sessions.ts'
import type { SubjectKeyIds, SubjectKeyring, SubjectKeys } from '../../../shared/ports/subject-keys.ts'
import type { TokenKey, TokenPublicKey } from '../../../shared/ports/token-key.ts'
import type { VerifiedClaimsStore } from '../../../shared/ports/verified-claims.ts'
import { canRunAws, startAwsWorld } from '../../support/aws-world.ts'
import { memoryPorts } from '../../support/memory-ports.ts'

/** Every port that has two adapters. A contract is written once and holds for both, or one of them lies. */
export interface Twin {
  readonly newLoginTransactions: NewLoginTransactions
  readonly loginTransactions: LoginTransactions
  readonly loginRecords: LoginRecords
  readonly sessions: Sessions
  readonly verifiedClaims: VerifiedClaimsStore
  readonly subjectKeys: SubjectKeys
  readonly subjectKeyring: SubjectKeyring
  readonly subjectKeyIds: SubjectKeyIds
  readonly auditTrail: AuditTrail
  readonly erasure: Erasure
  readonly clientKey: ClientKey
  readonly clientPublicKeys: ClientPublicKeys
  readonly replay: Replay
  readonly tokenKey: TokenKey & TokenPublicKey
  close(): Promise<void>
}

const memoryTwin = async (): Promise<Twin> => {
  const store = memoryStore()
  const keys = memoryClientKeys(['omera-bank'])
  return {
    ...memoryPorts(store),
    clientKey: keys,
    clientPublicKeys: keys,
    replay: memoryReplay(store),
    tokenKey: memoryTokenKey(),
    close: async () => undefined,
  }
}

const awsTwin = async (): Promise<Twin> => {
  const { store, kms, dataKeyArn, clientKeyArn, close } = await startAwsWorld()
  const keys = { 'omera-bank': clientKeyArn }
  return {
    newLoginTransactions: newLoginTransactions(store),
    loginTransactions: loginTransactions(store),
    loginRecords: loginRecords(store),
    sessions: sessions(store),
    verifiedClaims: verifiedClaims(store),
    subjectKeys: subjectKeys({ kms, store, dataKeyArn }),
    subjectKeyring: subjectKeyring({ kms, store, dataKeyArn }),
    subjectKeyIds: subjectKeyIds(store),
    auditTrail: auditTrail(store),
    erasure: erasure(store),
    clientKey: clientKey(kms, keys),
    clientPublicKeys: clientPublicKeys(kms, keys, () => 'PS256'),
    replay: replay(store),
    tokenKey: { ...tokenKey(kms, clientKeyArn), ...tokenPublicKey(kms, clientKeyArn) },
    close,
  }
}

/** The AWS twin needs the DynamoDB stand-in; where there is none for this machine, the suite of that twin says so. */
export const twins = [
  { name: 'memory', open: memoryTwin, possible: true },
  { name: canRunAws() ? 'aws' : 'aws (no DynamoDB stand-in for this platform)', open: awsTwin, possible: canRunAws() },
] as const
