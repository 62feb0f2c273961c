import { backend } from '../shared/adapters/service-files/key-schema.ts'
import { Sentence } from './build/sentence.mjs'
import { mapRecord } from './records.ts'
import type { Service } from './services.ts'
import { isObject, type Lookup, type Settings, settingsOf } from './settings.ts'

/** `practice` runs on a laptop, `ephemeral` in an account for days, everything else lasts. */
export type StageKind = 'practice' | 'ephemeral' | 'lasting'

export interface IdentityProvider {
  /** URL of the openid-configuration document. */
  readonly discovery: string
  /** eSignet release line, e.g. `1.8`; decides the dialect and the signing algorithm. */
  readonly release: string
  /** Only where it is not the discovery URL without its well-known suffix. */
  readonly issuer?: string
  /** JWK Set of keys trusted besides the published ones, for identity systems whose keys are in no set. */
  readonly pinnedKeys?: unknown
  /** Hosts besides the issuer's where its endpoints may be. */
  readonly furtherHosts?: unknown
  /** What the operator declares about a provider whose release asserts nothing: framework, level, verifier, claims. */
  readonly declares?: unknown
}

/** Everything that differs between stages. Nothing else in `infra/` asks which stage it is. */
export interface StageValues {
  readonly name: string
  readonly kind: StageKind
  /** Public origin of the API, without a trailing slash. None: the API's own endpoint. */
  readonly publicUrl?: string
  /** Base URL of the pages about refusal codes; ends with a slash. */
  readonly problemPagesUrl: string
  /** Service id → origin of its portal. */
  readonly portals: Readonly<Record<string, string>>
  readonly providers: Readonly<Record<string, IdentityProvider>>
  /** Service id → JWK Set of its own back end, in the place of the one in its service file. */
  readonly backendKeys: Readonly<Record<string, unknown>>
  /** ACM certificate for the public URL's host. With it the stack owns the custom domain and closes the API's own endpoint. */
  readonly certificateArn?: string
  /** SNS topic that the alarms call. */
  readonly alarmTopicArn?: string
  readonly tags: Readonly<Record<string, string>>
}

/**
 * The values of one stage. `practice` needs nothing (context `practiceBasePort` moves its ports, default 4300; `practiceRelease` chooses the eSignet release, default 1.8); the others read:
 *
 * | context key | ephemeral | lasting | value |
 * |---|---|---|---|
 * | `publicUrl` | API's own endpoint | required | `https://login.example.org` |
 * | `problemPagesUrl` | required | required | `https://example.org/problems/` |
 * | `portals` | required | required | `{"visa": "https://visa.example.org", …}`, one per service |
 * | `identityProviders` | required | required | `{"<id>": {"discovery": "https://…", "release": "1.8"}}`, with `issuer` where discovery is not at its root |
 * | `owner`, `expires` | required | – | who answers for it, and the day it may be deleted (`YYYY-MM-DD`) |
 * | `backendKeys` | optional | optional | `{"<service>": {"keys": [<public JWK>]}}`, in the place of `backend.jwks` of the service file |
 * | `certificateArn`, `alarmTopicArn` | optional | optional | ARNs |
 *
 * @throws Sentence that names the key which is missing or wrong
 */
export function stageValues(name: string, lookup: Lookup, services: readonly Service[]): StageValues {
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(name)) {
    throw new Sentence(
      `"${name}" cannot name a stage: at most 20 lower-case letters, digits and hyphens, a letter first.`,
    )
  }
  const kind = kindOf(name)
  const settings = settingsOf(name, lookup)
  const values = kind === 'practice' ? practice(settings, services) : deployed(name, kind, settings, services)
  for (const { id, provider } of services) {
    if (values.providers[provider] === undefined) {
      throw new Sentence(
        `Service "${id}" is identified by "${provider}", which identityProviders of stage "${name}" lacks.`,
      )
    }
  }
  return values
}

/** `ephemeral-anna` and `ephemeral-bo` may share an account. */
function kindOf(name: string): StageKind {
  if (name === 'practice') return 'practice'
  return name === 'ephemeral' || name.startsWith('ephemeral-') ? 'ephemeral' : 'lasting'
}

/** These have portals of their own in the practice world; people come back from the others to the start page. */
const seated = ['omera-bank', 'visa']

function practice(settings: Settings, services: readonly Service[]): StageValues {
  const base = Number(settings.optional('practiceBasePort') ?? 4300)
  if (!Number.isInteger(base) || base < 1024 || base > 65_500) {
    throw new Sentence('Context key practiceBasePort must be a port number between 1024 and 65500.')
  }
  const at = (offset: number) => `http://localhost:${base + offset}`
  const release = settings.optional('practiceRelease') ?? '1.8'
  // The simulated eSignet runs 1.8 at its root and every other release in a place of its own.
  const esignet = release === '1.8' ? at(2) : `${at(2)}/releases/${release}`
  return {
    name: 'practice',
    kind: 'practice',
    publicUrl: at(1),
    problemPagesUrl: `${at(0)}/problems/`,
    portals: Object.fromEntries(
      services.map(({ id }) => [id, seated.includes(id) ? at(3 + seated.indexOf(id)) : at(0)]),
    ),
    providers: {
      'esignet-veridonia': { discovery: `${esignet}/.well-known/openid-configuration`, release },
    },
    backendKeys: backendKeys(settings, services),
    tags: {},
  }
}

function deployed(
  name: string,
  kind: 'ephemeral' | 'lasting',
  settings: Settings,
  services: readonly Service[],
): StageValues {
  const publicUrl =
    kind === 'lasting'
      ? settings.required('publicUrl', 'the origin under which browsers reach the API')
      : settings.optional('publicUrl')
  const portals = settings.object('portals', 'the origin of each service’s portal by service id')
  const certificateArn = settings.optional('certificateArn')
  const alarmTopicArn = settings.optional('alarmTopicArn')
  if (certificateArn !== undefined && publicUrl === undefined) {
    throw new Sentence('Context key certificateArn needs publicUrl: the certificate is for that host.')
  }
  return {
    name,
    kind,
    ...(publicUrl !== undefined && { publicUrl: origin('publicUrl', publicUrl) }),
    problemPagesUrl: folder(
      'problemPagesUrl',
      settings.required('problemPagesUrl', 'the address of the pages in docs/problems'),
    ),
    portals: Object.fromEntries(services.map(({ id }) => [id, origin(`portals.${id}`, portals[id])])),
    providers: mapRecord(
      settings.object('identityProviders', 'discovery URL and release of each identity provider by id'),
      (value, id) => identityProvider(id, value),
    ),
    backendKeys: backendKeys(settings, services),
    ...(certificateArn !== undefined && { certificateArn }),
    ...(alarmTopicArn !== undefined && { alarmTopicArn }),
    tags: kind === 'ephemeral' ? ephemeralTags(settings) : {},
  }
}

/**
 * Keys of back ends that differ from stage to stage: a test bank is not the bank. They travel in the environment of one
 * function, whose variables have 4 kB together; ten P-256 keys fit, RSA keys belong into the service file.
 */
function backendKeys(settings: Settings, services: readonly Service[]): Readonly<Record<string, unknown>> {
  if (settings.optional('backendKeys') === undefined) return {}
  const given = settings.object('backendKeys', 'the JWK Set of each service’s own back end by service id')
  for (const [id, jwks] of Object.entries(given)) {
    if (services.every((service) => service.id !== id))
      throw new Sentence(`Context key backendKeys names "${id}", and there is no such service.`)
    refuseKeys(id, jwks)
  }
  if (JSON.stringify(given).length > 2500)
    throw new Sentence('Context key backendKeys is too long for an environment: use P-256 keys, or the service files.')
  return given
}

/** As the function would at its start; a private key in a template would be seen by everybody who can read it. */
function refuseKeys(id: string, jwks: unknown): void {
  const [issue] = backend.safeParse({ jwks }).error?.issues ?? []
  if (issue === undefined) return
  const place = ['backendKeys', id, ...issue.path.slice(1).map(String)].join('.')
  throw new Sentence(`Context key ${place} cannot be used: ${issue.message}.`)
}

/** Whoever finds a forgotten environment can see whom to ask and when it may go. */
function ephemeralTags(settings: Settings): Record<string, string> {
  const expires = settings.required('expires', 'the day after which it may be deleted (YYYY-MM-DD)')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expires)) throw new Sentence('Context key expires must be a day like 2030-01-31.')
  return { owner: settings.required('owner', 'the name of who answers for it'), expires }
}

function identityProvider(id: string, value: unknown): IdentityProvider {
  const { discovery, release, issuer, pinnedKeys, furtherHosts, declares } = isObject(value) ? value : {}
  if (typeof release !== 'string' || !/^\d+\.\d+$/.test(release)) {
    throw new Sentence(`Context key identityProviders.${id}.release must be a release line such as "1.8".`)
  }
  if (issuer !== undefined && (typeof issuer !== 'string' || !issuer.startsWith('https://'))) {
    throw new Sentence(`Context key identityProviders.${id}.issuer must be an https URL, exactly as discovery says it.`)
  }
  return {
    discovery: https(`identityProviders.${id}.discovery`, discovery).href,
    release,
    ...(issuer !== undefined && { issuer }),
    // Their shape is judged where they are used: a function that cannot read them does not start.
    ...(pinnedKeys !== undefined && { pinnedKeys }),
    ...(furtherHosts !== undefined && { furtherHosts }),
    ...(declares !== undefined && { declares }),
  }
}

function https(key: string, value: unknown): URL {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  if (url?.protocol === 'https:') return url
  throw new Sentence(`Context key ${key} must be an https URL${value === undefined ? ', and is missing' : ''}.`)
}

function origin(key: string, value: unknown): string {
  const url = https(key, value)
  if (url.href === `${url.origin}/`) return url.origin
  throw new Sentence(`Context key ${key} must be an origin: scheme, host and port only.`)
}

function folder(key: string, value: string): string {
  const { href } = https(key, value)
  return href.endsWith('/') ? href : `${href}/`
}
