import { defineAttack, type Strike } from '../attack.ts'
import { inOrder, noneInvoked } from '../our-doors.ts'

const asked =
  (...paths: readonly string[]): Strike =>
  async (scene) => {
    const answers = await inOrder(paths, (path) => scene.send({ path }))
    await noneInvoked(scene)
    return answers
  }

/**
 * An HTTP API unescapes a path once and compares it with its routes, letter by letter: dots and double slashes stay. What
 * unescaped *is* the path of a door is that door; the id in it is compared by the door (service-that-looks-alike).
 */
export default defineAttack({
  name: 'path-of-nowhere',
  rows: ['G11'],
  says: 'spells the path of a door in another way',
  answeredAs: 'http-404',
  ways: {
    'up and down again': asked(
      '/omera-bank/../omera-bank/login',
      '/x/../omera-bank/login',
      '/./omera-bank/login',
      '/omera-bank/./login',
      '/omera-bank/login/../session',
      '/../../../../etc/passwd',
    ),
    'up and down again, escaped': asked(
      '/omera-bank/%2e%2e/omera-bank/login',
      '/omera-bank%2f..%2fvisa%2flogin',
      '/..%2f..%2f..%2fetc%2fpasswd',
      '/%2e/omera-bank/login',
    ),
    'with an escaped slash': asked('/omera%2Fbank/login', '/omera-bank/login%2F', '/%2Fomera-bank/login', '/%2Fhealth'),
    'with slashes too many': asked(
      '//omera-bank/login',
      '/omera-bank//login',
      '/omera-bank/login/',
      '/health/',
      '//health',
      '/.well-known//jwks.json',
    ),
    'in other letters': asked('/omera-bank/LOGIN', '/omera-bank/Callback', '/HEALTH', '/.Well-Known/jwks.json'),
    'with something behind it': asked(
      '/omera-bank/login;x=1',
      '/omera-bank/login.json',
      '/omera-bank/login%00',
      '/omera-bank/login%20',
      '/omera-bank/login%23x',
      '/health%0d%0a',
      '/.well-known/jwks.json%00.html',
    ),
    'escaped twice': asked('/omera-bank%252Flogin', '/%25omera-bank/x', '/omera-bank/%256cogin'),
    'escaped wrongly': asked(
      '/omera-bank/login%',
      '/omera-bank/login%2',
      '/omera-bank/%u006cogin',
      '/omera-bank/%c0%aelogin',
    ),
    'of something that is often there': asked(
      '/',
      '/.git/config',
      '/.env',
      '/favicon.ico',
      '/$default',
      '/test-invoke-stage',
    ),
  },
})
