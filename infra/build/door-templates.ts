/** The furniture of a new door: every room begins with the same pieces, so that who knows one room knows all. */
export interface NewDoor {
  /** Kebab-case noun of the URL. */
  readonly name: string
  /** API Gateway route key, e.g. `GET /{service}/consent`. */
  readonly route: string
}

export const camelCase = (name: string): string =>
  name.replaceAll(/-([a-z0-9])/g, (_, first: string) => first.toUpperCase())

/** The deed a new door asks for, until somebody names it after what it does. */
export const deedOf = (name: string): string => `answer-${name}`

/** The files of a new door with their texts. A door that is not built yet refuses everybody. */
export const filesOf = ({ name, route }: NewDoor): Readonly<Record<string, string>> => {
  const words = {
    name,
    route,
    handler: `${camelCase(name)}Handler`,
    door: `${camelCase(`-${name}`)}Door`,
    deed: camelCase(deedOf(name)),
    deedFile: `${deedOf(name)}.ts`,
  }
  return {
    [`functions/${name}/function.ts`]: manifest(words),
    [`functions/${name}/handler.ts`]: handler(words),
    [`functions/${name}/main.ts`]: main(words),
    [`shared/use-cases/${words.deedFile}`]: deed(words),
    [`test/functions/${name}/handler.test.ts`]: handlerTest(words),
  }
}

interface Words extends NewDoor {
  readonly handler: string
  readonly door: string
  readonly deed: string
  readonly deedFile: string
}

const manifest = ({
  name,
  route,
}: Words): string => `import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: '${route}',
  uses: [],
  whenItFails: 'say here who is hurt, and how, when ${name} does not answer',
})
`

const handler = ({
  route,
  handler,
  door,
  deed,
  deedFile,
}: Words): string => `import { json } from '../../shared/adapters/http/answer.ts'
import { readEvent } from '../../shared/adapters/http/gateway-event.ts'
import { problem } from '../../shared/adapters/http/problem.ts'
import type { Log } from '../../shared/observability/log.ts'
import type { ${deed} } from '../../shared/use-cases/${deedFile}'
import type { DoorHandler } from '../../shared/wiring/door.ts'

export interface ${door} {
  readonly ${deed}: ReturnType<typeof ${deed}>
  readonly problemPages: string
  readonly log: Log
}

/** \`${route}\` → what the deed answers, or a problem document. */
export const ${handler} =
  (door: ${door}): DoorHandler =>
  async (event) => {
    const { traceId } = readEvent(event)
    const answer = await door.${deed}()
    if (answer.ok) return json(200, answer.value)
    door.log.say(traceId, { code: 'request-refused', service: 'none', refusal: answer.refusal.code })
    return problem(answer.refusal, { traceId, problemPages: door.problemPages, wantsPage: false })
  }
`

const main = ({
  name,
  handler,
  deed,
  deedFile,
}: Words): string => `import { ${deed} } from '../../shared/use-cases/${deedFile}'
import { door } from '../../shared/wiring/door.ts'
import { readStage } from '../../shared/wiring/environment.ts'
import { ${handler} } from './handler.ts'

const world = {
  ${deed}: ${deed}(),
  problemPages: readStage().problemPages,
}

export const handler = door('${name}', (log) => ${handler}({ ...world, log }))
`

const deed = ({ route, deed }: Words): string => `import { type Refusal, refusal } from '../kernel/codes.ts'
import { type Result, refused } from '../kernel/result.ts'

/** What \`${route}\` does, as a sentence; to be named after it. Until it is built, everybody is refused. */
export const ${deed} = () => async (): Promise<Result<object, Refusal>> =>
  refused(refusal('internal-fault', 'not built yet'))
`

const handlerTest = ({ name, handler, deed }: Words): string => `import { expect, test } from 'vitest'
import { ${handler} } from '../../../functions/${name}/handler.ts'
import { refusal } from '../../../shared/kernel/codes.ts'
import { ok, refused } from '../../../shared/kernel/result.ts'
import { anEvent, bodyOf, expectGuarded, listening, problemPages, traceId } from '../asking.ts'

test('what the deed answers is told, and nobody may keep it', async () => {
  const ${deed} = async () => ok({ done: true })
  const answer = await ${handler}({ ${deed}, problemPages, log: listening().log })(anEvent())
  expect(answer.statusCode).toBe(200)
  expect(bodyOf(answer)).toEqual({ done: true })
  expectGuarded(answer)
})

test('a refusal is a problem document and a line in the log, and its detail stays inside', async () => {
  const { log, said } = listening()
  const ${deed} = async () => refused(refusal('internal-fault', 'an inner detail'))
  const answer = await ${handler}({ ${deed}, problemPages, log })(anEvent())
  expect(answer.statusCode).toBe(500)
  expect(bodyOf(answer)).toMatchObject({ code: 'internal-fault', traceId })
  expect(answer.body).not.toContain('an inner detail')
  expectGuarded(answer)
  expect(said).toEqual([{ code: 'request-refused', service: 'none', refusal: 'internal-fault' }])
})
`
