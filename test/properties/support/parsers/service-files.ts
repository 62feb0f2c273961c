import fc from 'fast-check'
import { openDirectory } from '../../../../shared/adapters/service-files/directory.ts'
import { compileAct } from '../../../../shared/domain/policy/authorization-request.ts'
import type { Service } from '../../../../shared/domain/policy/service.ts'
import { esignet18 } from '../../../../shared/providers/esignet/release-1.8.ts'
import { aService, vocabulary } from '../../../support/builders.ts'
import { slowParts } from './durations.ts'
import { parserProperty } from './parser.ts'

const portal = 'https://bank.example'
const members = [
  'id',
  'acts',
  'returnTo',
  'retention',
  'session',
  'client',
  'name',
  'provider',
  'purpose',
  'claims',
  'accept',
  'authentication',
  'maxAge',
  'acrAnyOf',
  '__proto__',
  'constructor',
  '0',
  'open-account',
]
const values = fc.oneof(
  fc.constantFrom(
    '/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/app/',
    'https://evil.example/',
    'http://evil.example/',
    'javascript:1',
    'P1Y',
    'PT',
    'P',
    'x y',
    '',
    'Bank',
    '../x',
    'a'.repeat(300),
    'constructor',
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

interface Change {
  readonly path: readonly string[]
  readonly value: unknown
}
const anywhere = fc.record({
  path: fc.array(fc.constantFrom(...members), { minLength: 1, maxLength: 4 }),
  value: values,
})
/** The list of places a person may be sent to is worth most to a stranger. */
const returnTo = fc.record({ path: fc.constant(['returnTo', '0']), value: values })
const changes: fc.Arbitrary<readonly Change[]> = fc.array(fc.oneof({ weight: 4, arbitrary: anywhere }, returnTo), {
  maxLength: 3,
})

/** A good service file with up to three members put where they may or may not belong. */
const files = changes.map((all): unknown => all.reduce(changed, JSON.parse(JSON.stringify(aService()))))

const changed = (file: unknown, { path: [first, ...rest], value }: Change): unknown => {
  if (first === undefined) return value
  if (Array.isArray(file))
    return file.map((each, at) => (String(at) === first ? changed(each, { path: rest, value }) : each))
  if (typeof file !== 'object' || file === null) return file
  const known: unknown = Object.hasOwn(file, first) ? Reflect.get(file, first) : undefined
  return Object.fromEntries([...Object.entries(file), [first, changed(known ?? {}, { path: rest, value })]])
}

/** Service files: a wrong one stops the start with a sentence that names it; a good one can be worked with. */
export const serviceFileProperty = parserProperty({
  parser: 'service file',
  share: 0.04,
  inputs: files,
  parse: (file): Service | string => {
    try {
      const { find } = openDirectory({ 'bank.json': file }, vocabulary, { 'omera-bank': portal })
      const id: unknown = typeof file === 'object' && file !== null ? Reflect.get(file, 'id') : undefined
      return find(String(id)) ?? 'accepted, and not found'
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('services/bank.json cannot be used:\n')) return 'refused'
      throw error
    }
  },
  judge: (file, service) => {
    if (typeof service === 'string')
      return service === 'refused' ? (isUntouched(file) ? 'refused a good file' : undefined) : service
    const { id, returnTo, retention, session, acts } = service
    if (!/^[a-z][a-z0-9-]*$/.test(id)) return `id ${id}`
    const astray = returnTo.find((place) => !isSafePlace(place))
    if (astray !== undefined) return `returnTo leads astray: ${JSON.stringify(astray)}`
    const durations = [
      retention,
      session.maxAge,
      ...Object.values(acts).map(({ authentication }) => authentication.maxAge),
    ]
    if (durations.some((duration) => slowParts(duration) === undefined)) return 'a duration that is none'
    for (const act of Object.values(acts)) compileAct(act, esignet18)
    return undefined
  },
})

const isUntouched = (file: unknown): boolean => JSON.stringify(file) === JSON.stringify(aService())

/** A path stays on the portal, wherever a browser thinks it leads; an address says openly where it goes. */
const isSafePlace = (place: string): boolean =>
  place.startsWith('https://')
    ? URL.canParse(place)
    : URL.canParse(place, portal) && new URL(place, portal).origin === portal
