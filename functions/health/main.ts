import { tableHealth } from '../../shared/adapters/aws/dynamodb/health-check.ts'
import { openStore } from '../../shared/adapters/aws/dynamodb/store.ts'
import { tables } from '../../shared/adapters/aws/dynamodb/tables.ts'
import { keyHealth } from '../../shared/adapters/aws/kms/health-check.ts'
import { openKms } from '../../shared/adapters/aws/kms/keys.ts'
import { askHealth } from '../../shared/use-cases/ask-health.ts'
import { door } from '../../shared/wiring/door.ts'
import {
  readClientKeys,
  readDataKey,
  readDecryptionKeys,
  readProviders,
  readTables,
  readTokenKey,
} from '../../shared/wiring/environment.ts'
import { wireProviders, wireSigningAlgorithms } from '../../shared/wiring/providers.ts'
import { healthHandler } from './handler.ts'

const tableNames = Object.keys(tables) as (keyof typeof tables)[]
const store = openStore(readTables(...tableNames))
const kms = openKms()
const algorithmOf = wireSigningAlgorithms()

const healthChecks = (providers: ReturnType<typeof wireProviders>) => [
  ...tableNames.map((table) => tableHealth(store, table)),
  ...Object.entries(readClientKeys()).map(([service, arn]) =>
    keyHealth(kms, `client key ${service}`, arn, { signs: algorithmOf(service) }),
  ),
  ...Object.entries(readDecryptionKeys()).flatMap(([service, arns]) =>
    arns.map((arn) => keyHealth(kms, `decryption key ${service}`, arn, { decrypts: 'RSAES_OAEP_SHA_256' })),
  ),
  keyHealth(kms, 'token key', readTokenKey(), { signs: 'PS256' }),
  keyHealth(kms, 'data key', readDataKey(), { decrypts: 'SYMMETRIC_DEFAULT' }),
  ...Object.keys(readProviders()).map((id) => ({
    name: `provider ${id}`,
    ask: async () => {
      await providers.get(id).issuer()
    },
  })),
]

export const handler = door('health', (log) =>
  healthHandler({ askHealth: askHealth({ healthChecks: healthChecks(wireProviders(log)) }), log }),
)
