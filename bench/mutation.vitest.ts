import { defineConfig } from 'vitest/config'

const include: unknown = JSON.parse(process.env['MUTATION_TESTS'] ?? '[]')

/** The tests of one room, all in one worker: started thousands of times, a worker for each file would be most of the time. */
export default defineConfig({
  test: {
    include: Array.isArray(include) ? include.filter((glob) => typeof glob === 'string') : [],
    // It changes the zone, which a thread of a process cannot; the whole run is in a zone that is not UTC's.
    exclude: ['test/domain/policy/time-zones.test.ts'],
    testTimeout: 30_000,
    isolate: false,
  },
})
