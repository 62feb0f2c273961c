import type { GrantedTransaction } from '../authorization/transaction.ts'
import { json } from '../http/answers.ts'
import type { Answer } from '../http/call.ts'
import { signClaims } from '../keys/sign.ts'
import { sha256 } from '../opaque-id.ts'
import { issuerOf, type World } from '../world.ts'
import type { Flow } from './flow.ts'

/** The person is known and has agreed: the page carries the assertion to the callback. */
export async function complete(world: World, flow: Flow, granted: GrantedTransaction): Promise<Answer> {
  const assertion = await outcome(world, flow, granted)
  return json(200, { executionId: flow.transaction.id, flowStatus: 'COMPLETE', assertion }, 'ok')
}

/** The person has declined. */
export async function declined(world: World, flow: Flow): Promise<Answer> {
  const errorAssertion = await outcome(world, flow, undefined)
  return json(200, { executionId: flow.transaction.id, flowStatus: 'ERROR', errorAssertion }, 'access_denied')
}

/** The flow cannot end well and the relying party will not hear of it. */
export function failed(world: World, flow: Flow, code: string, message: string): Answer {
  world.flows.delete(flow.transaction.id)
  const error = { code, message, description: message }
  return json(200, { executionId: flow.transaction.id, flowStatus: 'ERROR', error }, code)
}

async function outcome(world: World, flow: Flow, granted: GrantedTransaction | undefined): Promise<string> {
  world.flows.delete(flow.transaction.id)
  const seconds = world.dialect.lives.authenticated
  const iat = Math.floor(world.now().getTime() / 1000)
  const issuer = issuerOf(world, 'tokens')
  const assertion = await signClaims(world.providerKeys.current, {
    iss: issuer,
    aud: flow.transaction.clientId,
    sub: granted?.sub ?? 'nobody',
    jti: flow.transaction.id,
    iat,
    exp: iat + seconds,
  })
  world.flowOutcomes.set(sha256(assertion), { authId: flow.authId, granted }, seconds)
  return assertion
}
