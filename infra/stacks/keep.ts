import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { tables } from '../../shared/adapters/aws/dynamodb/tables.ts'
import { AuditRootKey } from '../constructs/audit-root-key.ts'
import { ClientAssertionKey } from '../constructs/client-assertion-key.ts'
import { DataKey } from '../constructs/data-key.ts'
import { DecryptionKey } from '../constructs/decryption-key.ts'
import { makeTable } from '../constructs/table.ts'
import { TokenKey } from '../constructs/token-key.ts'
import type { ClientKey, Ground } from '../ground.ts'
import { lifetimes } from '../lifetimes.ts'
import { firstKey, pascalCase, resourceName } from '../names.ts'
import { mapRecord } from '../records.ts'
import type { Service } from '../services.ts'
import { signingAlgorithms } from '../signing-algorithms.ts'
import type { StageValues } from '../stages.ts'

export interface KeepProps {
  readonly stage: StageValues
  readonly services: readonly Service[]
}

/** What must outlive every deployment: tables and keys. */
export class KeepStack extends Stack {
  readonly ground: Ground

  constructor(scope: Construct, id: string, { stage, services }: KeepProps) {
    const lifetime = lifetimes[stage.kind]
    super(scope, id, {
      stackName: resourceName(stage.name, 'keep'),
      description: 'Verify Once: tables and keys',
      terminationProtection: lifetime.protect,
    })
    this.ground = {
      tables: mapRecord(tables, (shape, name) => makeTable(this, pascalCase(name), shape, lifetime)),
      clientKeys: Object.fromEntries(
        services.map(({ id: service, provider }): [string, ClientKey] => [
          service,
          new ClientAssertionKey(this, `${pascalCase(service)}ClientAssertion`, {
            stage: stage.name,
            service,
            algorithms: signingAlgorithms(stage.providers[provider]?.release ?? ''),
            lifetime,
          }),
        ]),
      ),
      decryptionKeys: Object.fromEntries(
        services
          .filter(({ encryptedUserInfo }) => encryptedUserInfo === true)
          .map(({ id: service, decryptionKeys = [firstKey] }): [string, readonly IKey[]] => [
            service,
            decryptionKeys.map((name) => {
              const id = `${pascalCase(service)}Decryption${name === firstKey ? '' : pascalCase(name)}`
              return new DecryptionKey(this, id, { stage: stage.name, service, name, lifetime }).key
            }),
          ]),
      ),
      tokenKey: new TokenKey(this, 'Token', { stage: stage.name, lifetime }).key,
      auditRootKey: new AuditRootKey(this, 'AuditRoot', { stage: stage.name, lifetime }).key,
      dataKey: new DataKey(this, 'Data', { stage: stage.name, lifetime }).key,
    }
  }
}
