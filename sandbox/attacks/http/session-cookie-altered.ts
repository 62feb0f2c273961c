import { withEncryption } from '../../tampering/at-release.ts'
import { defineAttack, type Strike } from '../attack.ts'
import type { Scene } from '../scene.ts'

const name = '__Host-omera-bank-session'

const withCookies =
  (cookiesOf: (own: string, scene: Scene) => string | Promise<string>): Strike =>
  async (scene) => {
    const person = await scene.logIn()
    const cookie = await cookiesOf(person.cookies.get(name) ?? '', scene)
    await scene.mark()
    const answer = await scene.send({ path: '/omera-bank/session', headers: { cookie } })
    const cleared = (answer.headers['set-cookie'] ?? []).join()
    if (!cleared.startsWith(`${name}=; Max-Age=0;`)) scene.wrong('the cookie is not taken back')
    return answer
  }

/** Whether a session never was, is over, or belongs to another service, a stranger is not told. */
export default defineAttack({
  name: 'session-cookie-altered',
  rows: ['G07'],
  says: 'asks who is logged in with a session cookie that is not one of ours',
  answeredAs: 'session-expired',
  leaves: {},
  notAt: [{ ...withEncryption, ways: ['that of another service'] }],
  ways: {
    altered: withCookies((own) => `${name}=${own.slice(0, -2)}${own.at(-2) === 'A' ? 'B' : 'A'}${own.at(-1)}`),
    'cut off': withCookies((own) => `${name}=${own.slice(0, 20)}`),
    longer: withCookies((own) => `${name}=${own}A`),
    'in quotation marks': withCookies((own) => `${name}="${own}"`),
    'that of another service': withCookies(async (_, scene) => {
      const elsewhere = await scene.logIn('visa/apply')
      return `${name}=${elsewhere.cookies.get('__Host-visa-session')}`
    }),
    'the login cookie in its place': withCookies(async (_, scene) => {
      const { browser } = await scene.begin()
      return `${name}=${browser.cookies.get('__Host-omera-bank-login')}`
    }),
    'of four thousand characters': withCookies(() => `${name}=${'A'.repeat(4_000)}`),
  },
})
