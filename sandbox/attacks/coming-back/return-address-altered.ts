import { defineAttack } from '../attack.ts'
import type { Answer } from '../http.ts'
import type { Scene } from '../scene.ts'

const completed = {
  leaves: {
    audit: { 'login-completed permit': 1 },
    logins: { PENDING: -1, DONE: 1 },
    sessions: 1,
  },
  asks: { discovery: 1, jwks: 2, token: 1, userinfo: 1 },
}

const altered = (returnTo: string) => async (scene: Scene) => {
  await scene.logIn()
  const { browser, redirectTo, state } = await scene.comeBack()
  await scene.alterLogin(state, { set: { returnTo } })
  await scene.mark()
  return atHome(scene, await browser.visit(redirectTo))
}

/** The first place on the list of the bank. */
const atHome = ({ pages, wrong }: Scene, answer: Answer): Answer => {
  const location = answer.headers['location']?.[0]
  if (location !== `${pages.portals['omera-bank']}/`) wrong('is sent to another place than the first of the list')
  return answer
}

export default defineAttack({
  name: 'return-address-altered',
  rows: ['A29'],
  says: 'had the address to return to changed in the row of a login',
  answeredAs: 'accepted',
  ...completed,
  ways: {
    'to another site': altered('https://evil.example/account'),
    'to another site, in the spelling of browsers': altered('//evil.example/account'),
    'to a place with a line break': altered('/account\r\nset-cookie: a=b'),
    'to no address': altered('javascript:alert(1)'),
    'to another service': async (scene) => altered(`${scene.pages.portals['visa']}/`)(scene),
    'after success': async (scene) => {
      await scene.logIn()
      const { browser, redirectTo, state } = await scene.comeBack()
      await scene.mark()
      await browser.visit(redirectTo)
      await scene.alterLogin(state, { set: { returnTo: 'https://evil.example/account' } })
      return atHome(scene, await browser.visit(redirectTo))
    },
  },
})
