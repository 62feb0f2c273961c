import { defineAttack, type Strike } from '../attack.ts'
import type { Scene } from '../scene.ts'

const name = '__Host-omera-bank-login'

const withCookies =
  (cookiesOf: (own: string, scene: Scene) => string | Promise<string>): Strike =>
  async (scene) => {
    const back = await scene.comeBack()
    const cookie = await cookiesOf(back.browser.cookies.get(name) ?? '', scene)
    await scene.mark()
    const { pathname, search } = new URL(back.redirectTo)
    return scene.send({ path: `${pathname}${search}`, headers: { accept: 'text/html', cookie } })
  }

/** The last sign of the browser's secret, another one. */
const altered = (own: string): string => {
  const [secret = '', ...rest] = own.split('.')
  const last = secret.at(-1) === 'A' ? 'B' : 'A'
  return [`${secret.slice(0, -2)}${last}${secret.at(-1)}`, ...rest].join('.')
}

const others = Array.from({ length: 100 }, (_, index) => `filling-${index}=x`)

/** A cookie that is not exactly the one we set is none, and a login is completed only by the browser that began it. */
export default defineAttack({
  name: 'login-cookie-not-ours',
  rows: ['G07'],
  says: 'comes back with a login cookie that is not the one we set',
  answeredAs: 'browser-mismatch',
  leaves: { audit: { 'login-refused browser-mismatch': 1 }, logins: { PENDING: -1, 'FAILED browser-mismatch': 1 } },
  ways: {
    altered: withCookies((own) => `${name}=${altered(own)}`),
    'cut off': withCookies((own) => `${name}=${own.slice(0, 40)}`),
    'cut off after the secret': withCookies((own) => `${name}=${own.split('.')[0]}`),
    longer: withCookies((own) => `${name}=${own}A`),
    'in quotation marks': withCookies((own) => `${name}="${own}"`),
    'escaped once': withCookies((own) => `${name}=${own.replace('.', '%2E')}`),
    empty: withCookies(() => `${name}=`),
    'under the name of another service': withCookies((own) => `__Host-visa-login=${own}`),
    'that of another service': withCookies(async (_, scene) => {
      const { browser } = await scene.begin('visa/apply')
      return `${name}=${browser.cookies.get('__Host-visa-login')}`
    }),
    'under its name in other letters': withCookies((own) => `${name.toUpperCase()}=${own}`),
    'two of the same name': withCookies((own) => `${name}=${own}; ${name}=${own}`),
    'two of the same name, the first one not ours': withCookies((own) => `${name}=${altered(own)}; ${name}=${own}`),
    'the session cookie in its place': withCookies((own) => `__Host-omera-bank-session=${own}`),
    'a hundred others': withCookies(() => others.join('; ')),
  },
})
