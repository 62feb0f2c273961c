import { mkdirSync, writeFileSync } from 'node:fs'
import { drivePlan, isContent, type Outcome } from './drive.ts'
import { plans } from './plans.ts'

/**
 * Runs our modules against a conformance suite that is up, and writes what became of each to `dist/conformance-results.json`:
 *
 *     CONFORMANCE_SUITE=https://localhost.emobix.co.uk:8443 node infra/build/run.mjs test/conformance/openid/real-suite/run.ts
 *
 * `CONFORMANCE_TOKEN` is needed only where the suite wants one.
 */
const main = async (): Promise<number> => {
  const address = process.env['CONFORMANCE_SUITE']
  if (address === undefined) {
    console.error('Say in CONFORMANCE_SUITE where the suite is.')
    return 1
  }
  const token = process.env['CONFORMANCE_TOKEN']
  const suite = { baseUrl: new URL(address), ...(token === undefined ? {} : { token }) }
  const outcomes: Outcome[] = []
  for (const plan of plans) outcomes.push(...(await drivePlan(suite, plan)))
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/conformance-results.json', `${JSON.stringify(outcomes, null, 2)}\n`)
  for (const { module, ends, verdict } of outcomes)
    console.log(`${verdict.result ?? verdict.status}  ${module}  (${ends.join(', ')})`)
  const content = outcomes.filter(isContent).length
  console.log(`${content}/${outcomes.length} modules to the content of the suite`)
  return content === outcomes.length ? 0 : 1
}

process.exit(await main())
