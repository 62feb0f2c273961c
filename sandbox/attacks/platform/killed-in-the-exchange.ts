import type { WantedFault } from '../../world/controls.ts'
import { defineAttack } from '../attack.ts'
import { saidBy } from '../http.ts'
import type { Scene } from '../scene.ts'

/** How long an exchange may hold a login. */
const leaseSeconds = 30

const killedAt =
  (point: Pick<WantedFault, 'service' | 'operation' | 'key' | 'killsCaller'>) => async (scene: Scene) => {
    const { browser, redirectTo } = await scene.comeBack()
    await scene.fail([{ ...point, door: 'callback', times: 1 }])
    await scene.mark()
    const visit = async () => saidBy(await browser.visit(redirectTo))
    const said = [await visit(), await visit()]
    if (said.join() !== 'http-500,transaction-replayed') scene.wrong(`killed, and again at once: ${said.join()}`)
    await scene.setClock({ functions: leaseSeconds + 1 })
    const answer = await browser.visit(redirectTo)
    const ever = [await visit(), await visit()]
    if (ever.join() !== 'transaction-replayed,transaction-replayed') scene.wrong(`ever after: ${ever.join()}`)
    return answer
  }

/** Whether the code was exchanged is not known, so it is never tried again: first the lease holds, then the login is over. */
export default defineAttack({
  name: 'killed-in-the-exchange',
  rows: ['K01', 'K02'],
  says: 'reloads the page after the function was killed while it held the login',
  answeredAs: 'exchange-unknown',
  leaves: {
    audit: { 'login-refused transaction-replayed': 3, 'login-refused exchange-unknown': 1 },
    logins: { PENDING: -1, 'FAILED exchange-unknown': 1 },
  },
  asks: { discovery: 1, jwks: 1, token: 1, userinfo: 1 },
  ways: {
    'after the claim': killedAt({ service: 'dynamodb', operation: 'UpdateItem', killsCaller: 'after' }),
    'before the exchange': killedAt({ service: 'kms', operation: 'Sign', killsCaller: 'before' }),
    'after the exchange': killedAt({ service: 'kms', key: 'data', killsCaller: 'before' }),
    'before it was kept': killedAt({ service: 'dynamodb', operation: 'TransactWriteItems', killsCaller: 'before' }),
  },
})
