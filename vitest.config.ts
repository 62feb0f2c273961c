import { defineConfig } from 'vitest/config'
import { closingLine } from './test/support/closing-line.ts'

/** They share one practice world, whose eSignet tells one lie at a time: see worlds.ts. */
const conformance = {
  name: 'conformance',
  include: ['test/conformance/*.test.ts'],
  globalSetup: ['test/conformance/worlds.ts'],
  maxWorkers: 1,
  isolate: false,
  sequence: { groupOrder: 1 },
}

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default', closingLine()],
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['test/**/*.test.ts'],
          exclude: ['test/conformance/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: conformance },
    ],
  },
})
