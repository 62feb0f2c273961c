import type { Stack } from 'aws-cdk-lib/core'
import type { Capability } from '../shared/wiring/capability.ts'
import { tableVariable, variables } from '../shared/wiring/environment-names.ts'
import type { Rights } from './grants.ts'
import type { Ground } from './ground.ts'
import { keysOf, mapRecord } from './records.ts'
import type { StageValues } from './stages.ts'

/** What every door must know: where it stands and with whom it speaks. Nothing in it is secret. */
export const stageEnvironment = (stage: StageValues, publicUrl: string): Record<string, string> => ({
  [variables.stage]: stage.name,
  [variables.publicUrl]: publicUrl,
  [variables.problemPages]: stage.problemPagesUrl,
  [variables.portals]: JSON.stringify(stage.portals),
  [variables.providers]: JSON.stringify(stage.providers),
})

/** Which keys back ends have on this stage; only whoever judges their assertions is told. */
export const backendEnvironment = (uses: readonly Capability[], stage: StageValues): Record<string, string> =>
  uses.includes('backend-keys') ? { [variables.backendKeys]: JSON.stringify(stage.backendKeys) } : {}

/** Names of the things a door has rights on, and of no others. */
export const groundEnvironment = (rights: Rights, ground: Ground, stack: Stack): Record<string, string> => ({
  ...Object.fromEntries(keysOf(rights.tables).map((table) => [tableVariable(table), ground.tables[table].tableName])),
  ...(rights.clientKeys.length > 0 && {
    [variables.clientKeys]: stack.toJsonString(mapRecord(ground.clientKeys, ({ key }) => key.keyArn)),
  }),
  ...(rights.decryptionKeys.length > 0 && {
    [variables.decryptionKeys]: stack.toJsonString(
      mapRecord(ground.decryptionKeys, (keys) => keys.map(({ keyArn }) => keyArn)),
    ),
  }),
  ...(rights.tokenKey.length > 0 && { [variables.tokenKey]: ground.tokenKey.keyArn }),
  ...(rights.auditRootKey.length > 0 && { [variables.auditRootKey]: ground.auditRootKey.keyArn }),
  ...(rights.dataKey.length > 0 && { [variables.dataKey]: ground.dataKey.keyArn }),
})
