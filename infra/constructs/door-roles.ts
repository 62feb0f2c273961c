import { type ArnComponents, Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { functions, jobs } from '../../functions/index.ts'
import { type Rights, rightsOf } from '../grants.ts'
import { doorName } from '../names.ts'
import { keysOf } from '../records.ts'

/**
 * ARNs of the roles of every door whose rights satisfy the question. Composed from the fixed names, because the keys are
 * made before the doors; a key policy condition may name a role that does not exist yet.
 */
export function doorRoleArns(scope: Construct, stage: string, having: (rights: Rights) => boolean): string[] {
  const all = { ...functions, ...jobs }
  return keysOf(all)
    .filter((door) => having(rightsOf(all[door].uses)))
    .map((door) => Stack.of(scope).formatArn(role(doorName(stage, door))))
}

const role = (resourceName: string): ArnComponents => ({ service: 'iam', region: '', resource: 'role', resourceName })
