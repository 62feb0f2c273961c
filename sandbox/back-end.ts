import { openBackEnd } from './back-end/back-end.ts'
import { readBackEndKey } from './back-end/keys.ts'
import { runningWorld } from './main/lock.ts'

// What a service's own back end does, by hand, against the practice world that runs in this checkout:
//   node infra/build/run.mjs --runtime-only sandbox/back-end.ts <service> token
//   node infra/build/run.mjs --runtime-only sandbox/back-end.ts <service> GET|POST|DELETE /path ['{"json": "body"}']
const [service, method, path, body] = process.argv.slice(2)
const world = runningWorld(process.cwd())
if (service === undefined || method === undefined || (method !== 'token' && path === undefined)) {
  console.error('Usage: <service> token, or <service> GET|POST|DELETE /path [JSON body]')
  process.exitCode = 2
} else if (world === undefined) {
  console.error('No practice world runs in this checkout. Start one with npm start.')
  process.exitCode = 1
} else {
  const api = `http://localhost:${world.basePort + 1}`
  const backEnd = openBackEnd(api, service, readBackEndKey('.practice/cdk.out', service))
  const answer =
    method === 'token'
      ? await backEnd.askForToken()
      : await backEnd.call(method, path ?? '', body === undefined ? undefined : JSON.parse(body))
  console.error(`${answer.status} ${answer.statusText}`)
  console.log(await answer.text())
  process.exitCode = answer.ok ? 0 : 1
}
