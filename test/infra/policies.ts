import type { Synthesised } from './synthesised.ts'

export interface Statement {
  readonly Effect: string
  readonly Action: readonly string[]
  readonly Resource: readonly unknown[]
  readonly Condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** Statements of each door's role, by door id (`token-exchange`). */
export function statementsByDoor(of: Synthesised): ReadonlyMap<string, readonly Statement[]> {
  return new Map(
    of
      .ofType('AWS::IAM::Role')
      .map((role) => [doorOf(String(role.Properties['RoleName'])), documents(role.Properties).flatMap(statements)]),
  )
}

/** Statements of the key policies, by construct path of the key. */
export const statementsByKey = (of: Synthesised): ReadonlyMap<string, readonly Statement[]> =>
  new Map(of.ofType('AWS::KMS::Key').map((key) => [key.path, statements(key.Properties['KeyPolicy'])]))

/** `action on target`, one line per right, the log left out: what a door may do, readable. */
export const rights = (of: Synthesised, door: readonly Statement[]): string[] =>
  door
    .flatMap(({ Action, Resource }) =>
      Action.flatMap((action) => Resource.map((resource) => `${action} ${of.target(resource).replace('Keep/', '')}`)),
    )
    .filter((right) => !right.startsWith('logs:'))
    .sort()

export const doorOf = (name: string): string => name.replace(/^verify-once-[a-z]+-/, '')

const documents = (role: Readonly<Record<string, unknown>>): unknown[] =>
  list(role['Policies']).map((policy) => Object(policy).PolicyDocument)

function statements(document: unknown): Statement[] {
  return list(Object(document).Statement).map((statement) => {
    const { Effect, Action, NotAction, Resource, NotResource, Condition } = Object(statement)
    if (NotAction !== undefined || NotResource !== undefined)
      throw new Error('NotAction and NotResource grant the rest')
    return { Effect, Action: list(Action).map(String), Resource: list(Resource), Condition: Condition ?? {} }
  })
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
