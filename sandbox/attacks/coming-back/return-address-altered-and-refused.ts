import { defineAttack } from '../attack.ts'

/** A refusal is told at the service as well, with a code in the address; that is no smaller way out. */
export default defineAttack({
  name: 'return-address-altered-and-refused',
  rows: ['A29'],
  says: 'says no to a login in whose row the address to return to was changed',
  answeredAs: 'login-denied',
  leaves: { audit: { 'login-refused login-denied': 1 }, logins: { PENDING: -1, 'FAILED login-denied': 1 } },
  asks: { discovery: 1 },
  done: async (scene) => {
    const { browser, redirectTo, state } = await scene.comeBack()
    await scene.alterLogin(state, { set: { returnTo: 'https://evil.example/account' } })
    await scene.mark()
    const address = new URL(redirectTo)
    address.searchParams.delete('code')
    address.searchParams.set('error', 'access_denied')
    const answer = await browser.visit(address.href)
    if (!answer.headers['location']?.[0]?.startsWith(`${scene.pages.portals['omera-bank']}/?`))
      scene.wrong('is told at another place than the first of the list')
    return answer
  },
})
