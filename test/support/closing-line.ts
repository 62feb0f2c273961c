import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with what could not run here and why, and with one plain line that any tool can read. */
export const closingLine = (): Reporter => ({
  onTestRunEnd: (modules, unhandledErrors) => {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) for (const result of resultsOf(module)) counts[result] += 1
    // A file or a hook that broke has no failed test of its own.
    const broken = modules.filter(
      (module) => module.state() === 'failed' && !resultsOf(module).includes('failed'),
    ).length
    const failed = counts.failed + broken + unhandledErrors.length
    const notes = process.env['TEST_NOTES'] ?? ''
    // After the other reporters, which also print at the end of the run.
    setTimeout(() => {
      process.stdout.write(
        `\n${notes}${notes === '' ? '' : '\n'}${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped\n`,
      )
    }, 0)
  },
})

const resultsOf = (module: TestModule): ('passed' | 'failed' | 'skipped')[] =>
  [...module.children.allTests()].map((test) => {
    const { state } = test.result()
    return state === 'pending' ? 'failed' : state
  })
