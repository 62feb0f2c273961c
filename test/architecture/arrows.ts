/**
 * The arrows of the house, and there are no others. One line per room: whose files, what they may import, and the sentence why
 * nothing else. The first line that matches a file counts. Targets are paths from the repository root (`**` any depth, `*` one
 * name, `./` the file's own folder), `npm:<package>`, `node:<module>`; `types of …` allows what vanishes with the types.
 */
export interface Room {
  readonly room: string
  readonly files: readonly string[]
  readonly may: readonly string[] | 'import anything'
  readonly because: string
}

const kernel = 'shared/kernel/**'
const domain = 'shared/domain/**'
const ports = 'shared/ports/**'
const useCases = 'shared/use-cases/**'
const adapters = 'shared/adapters/**'
const providers = 'shared/providers/**'
const observability = 'shared/observability/**'
const wiring = 'shared/wiring/**'
const serviceFiles = 'shared/adapters/service-files/**'
const manifests = 'functions/*/function.ts'
const tableShapes = 'shared/adapters/aws/dynamodb/tables.ts'
const plainData = [
  'shared/wiring/capability.ts',
  'shared/wiring/define-function.ts',
  'shared/wiring/environment-names.ts',
  tableShapes,
]
const packages = ['npm:**', 'node:**']
/** What the operator's command line knows of the house: who is spoken to how, what services ask for, where a stage is written down. */
const operatorMay = [
  'infra/operate/**',
  'infra/build/sentence.mjs',
  'infra/names.ts',
  'infra/services.ts',
  'infra/settings.ts',
  'infra/stages.ts',
  providers,
  'shared/domain/provider/**',
  'shared/domain/policy/authorization-request.ts',
  'shared/domain/policy/decide.ts',
  'types of shared/domain/policy/decision.ts',
  'types of shared/domain/policy/service.ts',
  'shared/domain/claims/derived-claims.ts',
  serviceFiles,
  'types of shared/adapters/http/oidc/provider-metadata.ts',
  'shared/domain/audit/**',
  'shared/kernel/canonical-json.ts',
  'shared/kernel/sha256.ts',
  'shared/adapters/aws/dynamodb/seal-rows.ts',
  'shared/adapters/aws/dynamodb/whole-day.ts',
  'npm:jose',
  'npm:@aws-sdk/client-dynamodb',
  'npm:@aws-sdk/client-kms',
  'npm:oauth4webapi',
  'npm:zod',
  'node:**',
]

// biome-ignore format: a table is read across
export const rooms: readonly Room[] = [
  { room: 'kernel', files: [kernel], may: [kernel, 'node:crypto'],
    because: 'everyone stands on the kernel, so it stands on nothing but itself and digests' },
  { room: 'domain', files: [domain], may: [domain, kernel],
    because: 'a rule is decided by its arguments alone: no package, no clock, no AWS, no HTTP' },
  { room: 'ports', files: [ports], may: [`types of ${domain}`, `types of ${kernel}`],
    because: 'a port is a promise in the words of the domain; it has no code and knows no one who keeps it' },
  { room: 'use-cases', files: [useCases], may: [useCases, domain, ports, kernel],
    because: 'a deed asks the world through ports, so it is tested without the world' },
  { room: 'plain data', files: plainData, may: plainData.map((file) => `types of ${file}`),
    because: 'infrastructure reads these; whatever they import would be run by every deployment' },
  { room: 'adapters', files: [adapters], may: [adapters, ports, domain, kernel, ...packages],
    because: 'an adapter answers a port; it neither knows which deed asks nor how it was wired' },
  { room: 'providers', files: [providers], may: [providers, domain, `types of ${kernel}`],
    because: 'a profile is plain data about a provider and decides nothing' },
  { room: 'observability', files: [observability], may: [observability, kernel, ...packages],
    because: 'a log knows codes and nothing else, so nothing else can be logged' },
  { room: 'wiring', files: [wiring], may: ['shared/**', 'services/*.json', ...packages],
    because: 'wiring puts the house together and must not know which door is opened' },
  { room: 'manifests', files: [manifests], may: ['shared/wiring/define-function.ts'],
    because: 'infrastructure is derived from manifests; whatever one imports would be run by every deployment' },
  { room: 'mains', files: ['functions/*/main.ts'], may: [wiring, adapters, useCases, './handler.ts'],
    because: 'a main constructs once and hands over; rules live in the domain, translation in the handler' },
  { room: 'list of doors', files: ['functions/index.ts'], may: [manifests],
    because: 'the list is read by infrastructure, which needs manifests and must not pull in what runs behind them' },
  { room: 'handlers', files: ['functions/*/**'],
    may: ['./**', 'not ./main.ts', useCases, 'shared/adapters/http/**', kernel, `types of ${observability}`, 'types of shared/wiring/door.ts', 'types of shared/wiring/job.ts'],
    because: 'a handler turns an event into a deed and the deed into an answer; no AWS client, no rule, no wiring' },
  { room: 'operating', files: ['infra/operate/**'], may: operatorMay,
    because: 'operators are told what the doors will do, so profiles, service files and requests are those of the doors, and nothing here is deployed' },
  { room: 'infrastructure', files: ['infra/**'],
    may: ['infra/**', 'functions/index.ts', manifests, ...plainData, 'services/*.json', serviceFiles, providers, 'computed', ...packages],
    because: 'the ground is made of manifests, capabilities, table shapes and service files, which it reads as the doors do; other code it runs would be code it deploys by accident' },
  { room: 'simulated eSignet', files: ['sandbox/esignet/**'], may: ['sandbox/esignet/**', 'sandbox/key-pair.ts', ...packages],
    because: 'it shares nothing with what it tests: a bug must not agree with itself' },
  { room: 'simulated Signup', files: ['sandbox/signup/**'], may: ['sandbox/signup/**', ...packages],
    because: 'it shares nothing with what it tests: a bug must not agree with itself' },
  { room: 'lies', files: ['sandbox/tampering/**'], may: ['sandbox/tampering/**', 'sandbox/key-pair.ts', 'types of sandbox/esignet/**', ...packages],
    because: 'a lie is told with what goes over the line, and knows neither the product nor how the honest eSignet works' },
  { room: 'practice world', files: ['sandbox/**'],
    may: ['sandbox/**', 'infra/synthesise.ts', 'infra/build/**', 'portals/kit/start.ts', 'computed', ...packages],
    because: 'it starts what would be deployed, from the synthesised assembly and the built bundles, never from source' },
  { room: 'portals', files: ['portals/**'], may: ['portals/**', 'url:**', 'node:**'],
    because: 'portals are strangers that speak only HTTP to us' },
  { room: 'tests and benches', files: ['test/**', 'bench/**', '*.ts'], may: 'import anything',
    because: 'they look at everything and nothing depends on them' },
]

/** What may be said only in some rooms, whatever is imported. */
export interface Word {
  readonly word: string
  readonly within: readonly string[]
  readonly onlyIn: readonly string[]
  readonly because: string
}

const rules = [domain, useCases, kernel]

// biome-ignore format: a table is read across
export const words: readonly Word[] = [
  { word: 'process.env', within: ['shared/**', 'functions/**'], onlyIn: [wiring], because: 'the environment is parsed once, in shared/wiring' },
  { word: 'Date.now', within: rules, onlyIn: [], because: 'time is an argument' },
  { word: 'new Date()', within: rules, onlyIn: [], because: 'time is an argument' },
  { word: 'Date()', within: rules, onlyIn: [], because: 'time is an argument' },
  { word: 'Math.random', within: rules, onlyIn: [], because: 'chance is an argument' },
  { word: 'random import', within: rules, onlyIn: [], because: 'chance is an argument' },
  { word: 'fetch()', within: rules, onlyIn: [], because: 'the world is reached through ports' },
  { word: 'brand()', within: ['**'], onlyIn: ['shared/adapters/jose/open-jws.ts', 'shared/domain/claims/judge-identity.ts', 'test/**'],
    because: 'only the module that exports a branded type may put its mark on' },
]
