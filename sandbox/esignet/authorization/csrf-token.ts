import { json } from '../http/answers.ts'
import type { Answer, Call } from '../http/call.ts'
import { newCsrfToken } from '../http/csrf.ts'
import type { World } from '../world.ts'

/** GET csrf/token: the one answer of the login doors without an envelope. */
export function csrfToken(call: Call, world: World): Answer {
  const { cookie, token } = newCsrfToken(call, world.dialect.csrf === 'masked')
  const body = { token, headerName: 'X-XSRF-TOKEN', parameterName: '_csrf' }
  return json(200, body, 'ok', { 'set-cookie': cookie })
}
