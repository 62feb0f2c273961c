/** One folder under mutation, and the tests that answer for it. */
export interface Room {
  readonly name: string
  readonly mutate: readonly string[]
  readonly tests: readonly string[]
}

const rules = ['test/domain/**/*.test.ts', 'test/use-cases/**/*.test.ts', 'test/providers/**/*.test.ts']
const room = (name: string): Room => ({ name, mutate: [`shared/${name}/**/*.ts`], tests: rules })

export const rooms: readonly Room[] = [
  room('domain/claims'),
  room('domain/login'),
  room('domain/policy'),
  room('domain/verified-claims'),
  {
    name: 'domain',
    mutate: ['shared/domain/{audit,client-assertion,provider,session}/**/*.ts'],
    tests: rules,
  },
  {
    name: 'adapters/json',
    mutate: ['shared/adapters/json/**/*.ts'],
    tests: ['test/adapters/json/**/*.test.ts', 'test/adapters/jose/**/*.test.ts'],
  },
  {
    name: 'adapters/jose',
    mutate: ['shared/adapters/jose/**/*.ts'],
    tests: ['test/adapters/jose/**/*.test.ts'],
  },
]

/** Least share of mutants, in percent, that the tests of a room must notice. */
export const threshold = 95

/** Exact, and not among the packages of the repository: nobody needs 160 packages more to build or to test. */
export const packages = {
  '@stryker-mutator/core': '9.6.1', // the last line that runs on Node 20
  '@stryker-mutator/vitest-runner': '9.6.1',
}

/** Everything of Stryker's that is the same in every room. */
export const stryker = {
  testRunner: 'vitest',
  vitest: { configFile: 'bench/mutation.vitest.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A mutant that makes a loop endless is noticed by that; a loaded machine must not look like one.
  timeoutMS: 60_000,
  // Its rewriting of this file needs a TypeScript with an API in JavaScript, and nothing in the sandbox reads it.
  tsconfigFile: 'none.json',
  reporters: ['progress-append-only', 'json'],
  logLevel: 'warn',
  warnings: { slow: false },
  ignorePatterns: ['/.build', '/.practice', '/cdk.out', '/dist', '/docs', '/screenshots'],
}
