import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { normaliseClaims } from '../../../../shared/domain/claims/normalise-claims.ts'
import { readVerifiedClaims } from '../../../../shared/domain/verified-claims/read.ts'
import { esignet18 } from '../../../../shared/providers/esignet/release-1.8.ts'
import { slowMoment } from './moments.ts'
import { gluedFrom, parserProperty } from './parser.ts'

const names = fc.oneof(
  fc.constantFrom(
    'name',
    'birthdate',
    'address',
    'email',
    'email_verified',
    'updated_at',
    '__proto__',
    'constructor',
    'toString',
  ),
  gluedFrom(['name', 'address', '#', 'eng', 'khm', 'en', 'x-', '_', '__proto__', ' ', '0'], 4),
)
const values = fc.oneof(
  fc.constantFrom('', '1990/01/31', '1990-01-31', 'yes', null, true, 0, 1.5, -1, 2 ** 60, Number.POSITIVE_INFINITY),
  fc.string({ maxLength: 8 }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(names, fc.constantFrom('', 'x', null, 5, {}), { maxKeys: 4 }),
)
/** Like what comes out of `JSON.parse`: `__proto__` is a member like any other. */
const claimSets = fc
  .array(fc.tuple(names, values), { maxLength: 6 })
  .map((entries): Record<string, unknown> => Object.fromEntries(entries))

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Claims as the standards spell them: nothing is invented, nothing is inherited, nothing of a shape no claim has. */
export const claimsProperty = parserProperty({
  parser: 'claims',
  share: 0.08,
  inputs: claimSets,
  parse: normaliseClaims,
  judge: (claims, normal) => {
    if (Object.getPrototypeOf(normal) !== Object.prototype) return 'the answer inherits from something'
    for (const [name, value] of Object.entries(normal)) {
      const plain = name.split('#')[0] ?? ''
      if (!/^[A-Za-z]/.test(plain)) return `a claim named ${name}`
      const said = Object.entries(claims).filter(([each]) => each.split('#')[0] === plain)
      if (!said.some(([, each]) => means(plain, each, value))) return `nobody said ${name}`
    }
    const lost = Object.entries(claims).find(
      ([name, value]) =>
        /^[a-z_]+$/.test(name) &&
        !name.startsWith('_') &&
        // Names every object inherits are no claims: a store would take such a value for something else.
        !(name in Object.prototype) &&
        isText(value) &&
        !Object.hasOwn(normal, name),
    )
    return lost === undefined ? undefined : `lost ${lost[0]}`
  },
})

const means = (name: string, said: unknown, read: unknown): boolean => {
  if (typeof read === 'string')
    return isText(said) && (read === said || (name === 'birthdate' && read === said.split('/').join('-')))
  if (typeof read === 'number') return read === said && Number.isSafeInteger(read)
  if (typeof read === 'boolean') return read === said
  if (typeof said !== 'object' || said === null || typeof read !== 'object' || read === null) return false
  return (
    Object.getPrototypeOf(read) === Object.prototype &&
    Object.entries(read).every(([part, value]) => isText(value) && Reflect.get(said, part) === value)
  )
}

const or = <Value>(usual: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 6, arbitrary: usual }, fc.jsonValue({ maxDepth: 1 }), fc.constant(undefined))
const evidence = or(
  fc.array(
    or(
      fc.record({
        type: or(
          fc.constantFrom('document', 'electronic_record', 'vouch', 'electronic_signature', 'constructor', 'new'),
        ),
        check_details: or(
          fc.array(
            or(fc.record({ check_method: or(fc.constant('vpiruv')), organization: or(fc.constant('verifier')) })),
            { maxLength: 2 },
          ),
        ),
        document_details: or(
          fc.record({
            type: or(fc.constant('passport')),
            date_of_expiry: or(fc.constantFrom('2031-05-01', '2031-02-30')),
            issuer: or(fc.record({ name: or(fc.constant('Office')) })),
          }),
        ),
      }),
    ),
    { maxLength: 3 },
  ),
)
const object = or(
  fc.record({
    verification: or(
      fc.record({
        trust_framework: or(fc.constantFrom('eidas', '', 'x'.repeat(1024), 'x'.repeat(1025))),
        assurance_level: or(fc.constant('high')),
        time: or(fc.constantFrom('2026-11-04T09:30Z', '2026-11-04T09:30', '2026-02-30T00:00Z', '2026-11-04')),
        evidence,
      }),
    ),
    claims: or(claimSets),
  }),
)
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `verified_claims` of any shape: all of it is readable, or none of it is believed. */
export const verifiedClaimsProperty = parserProperty({
  parser: 'verified_claims',
  share: 0.06,
  inputs: fc.oneof(
    { weight: 3, arbitrary: object },
    fc.array(object, { maxLength: 4 }),
    fc
      .nat({ max: 40 })
      .map((count) =>
        Array.from({ length: count }, () => ({ verification: { trust_framework: 'eidas' }, claims: {} })),
      ),
  ),
  parse: (value) => readVerifiedClaims({ iss: 'https://esignet.example', verified_claims: value }, esignet18),
  judge: (value, read) => {
    const all: readonly unknown[] = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
    const good = all.length <= 32 && all.every(isReadable)
    const objects = all.filter((each, at) => all.findIndex((other) => isDeepStrictEqual(other, each)) === at)
    if (read.ok !== good) return good ? 'refused' : 'accepted'
    if (!read.ok) return undefined
    if (read.value.length !== objects.length) return 'an object more or less than came, each once'
    const wrong = read.value.filter(({ time, verifiers, evidence, origin }, at) => {
      const said: unknown = objects[at]
      const verification = isRecord(said) && isRecord(said['verification']) ? said['verification'] : {}
      const expected =
        typeof verification['time'] === 'string' ? slowMoment(verification['time'], 'read-as-utc') : undefined
      const known = evidence.every(({ type }) =>
        ['document', 'electronic_record', 'vouch', 'electronic_signature'].includes(type),
      )
      return origin !== 'asserted' || verifiers.length === 0 || !known || time?.at !== expected
    })
    return wrong.length === 0 ? undefined : 'read differently'
  },
})

const isReadable = (object: unknown): boolean => {
  if (!isRecord(object) || !isRecord(object['verification']) || !isRecord(object['claims'])) return false
  const framework = object['verification']['trust_framework']
  return isText(framework) && framework.length <= 1024
}
