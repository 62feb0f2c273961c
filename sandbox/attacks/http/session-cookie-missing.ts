import { defineAttack, type Strike } from '../attack.ts'

const name = '__Host-omera-bank-session'

const withCookies =
  (cookiesOf: (own: string) => string): Strike =>
  async (scene) => {
    const person = await scene.logIn()
    await scene.mark()
    const cookie = cookiesOf(person.cookies.get(name) ?? '')
    return scene.send({ path: '/omera-bank/session', headers: { cookie } })
  }

/** A browser keeps one cookie of a `__Host-` name: of two nobody knows which one is ours, and other names are other cookies. */
export default defineAttack({
  name: 'session-cookie-missing',
  rows: ['G07'],
  says: 'asks who is logged in with cookies among which there is not one session cookie',
  answeredAs: 'session-missing',
  leaves: {},
  ways: {
    'two of the same name': withCookies((own) => `${name}=${own}; ${name}=${own}`),
    'two of the same name, one of them not ours': withCookies((own) => `${name}=${'A'.repeat(43)}; ${name}=${own}`),
    'a hundred others': withCookies(() =>
      Array.from({ length: 100 }, (_, index) => `filling-${index}=${'x'.repeat(40)}`).join('; '),
    ),
    empty: withCookies(() => `${name}=`),
    'under the name of another service': withCookies((own) => `__Host-visa-session=${own}`),
    'under its name in other letters': withCookies((own) => `${name.toLowerCase()}=${own}`),
    'under a longer name': withCookies((own) => `${name}-2=${own}; x${name}=${own}`),
    'without the prefix': withCookies((own) => `omera-bank-session=${own}`),
  },
})
