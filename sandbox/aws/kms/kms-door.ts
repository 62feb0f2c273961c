import type { Door } from '../wire/door.ts'
import { unknownOperation } from '../wire/wire-error.ts'
import { kmsAccessNeeds } from './access-needs.ts'
import { aliasOperations } from './aliases.ts'
import { cryptography } from './cryptography.ts'
import { keyLifecycle } from './key-lifecycle.ts'
import { keySettings } from './key-settings.ts'
import { openKeyStore } from './key-store.ts'

export interface KmsPlace {
  readonly accountId: string
  readonly region: string
  /** Where keys are kept between two runs; absent means in memory only. */
  readonly file?: string
}

/** AWS KMS on node:crypto: AWS JSON 1.1 under the target `TrentService`. */
export function openKms(place: KmsPlace): Door {
  const store = openKeyStore(place.accountId, place.region, place.file)
  const operations = new Map(Object.entries({ ...keyLifecycle, ...keySettings, ...aliasOperations, ...cryptography }))
  return {
    service: 'kms',
    targetPrefixes: ['TrentService'],
    contentType: 'application/x-amz-json-1.1',
    errorNamespace: 'com.amazonaws.kms',
    operations: new Set(operations.keys()),
    needs: async (call) => kmsAccessNeeds(store, call),
    async answer(call) {
      const operation = operations.get(call.operation)
      if (!operation) throw unknownOperation()
      return operation(store, call.input)
    },
  }
}
