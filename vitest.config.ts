import { defineConfig } from 'vitest/config'
import { closingLine } from './test/support/closing-line.ts'

/** The conformance tests share one world, whose eSignet tells one lie at a time: one worker, one file after the other. */
const conformance = {
  name: 'conformance',
  include: ['test/conformance/*.test.ts'],
  globalSetup: ['test/conformance/one-world.ts'],
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
