import { openBackEnd } from './back-end/back-end.ts'
import { readBackEndKey } from './back-end/keys.ts'
import { runningWorld } from './main/lock.ts'

const usage = `What a service's own back end does, by hand, against the practice world that runs in this checkout:

  npm run back-end -- <service> token
  npm run back-end -- <service> GET|POST|DELETE /path ['{"json": "body"}']`

const ask = async ([service, method, path, body]: readonly string[]): Promise<Response> => {
  if (service === undefined || method === undefined || (method !== 'token' && path === undefined))
    throw new Error(usage)
  const world = runningWorld(process.cwd())
  if (world === undefined) throw new Error('No practice world runs in this checkout. Start one with npm start.')
  const key = readBackEndKey('.practice/cdk.out', service)
  const backEnd = openBackEnd(`http://localhost:${world.basePort + 1}`, service, key)
  if (method === 'token') return backEnd.askForToken()
  return backEnd.call(method, path ?? '', body === undefined ? undefined : JSON.parse(body))
}

try {
  const answer = await ask(process.argv.slice(2))
  console.error(`${answer.status} ${answer.statusText}`)
  console.log(await answer.text())
  process.exitCode = answer.ok ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
