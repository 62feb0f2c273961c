import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

const at = (path: string) => async (scene: Scene) => {
  const { browser, redirectTo } = await scene.comeBack()
  await scene.mark()
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await scene.send({ path: `${path}${new URL(redirectTo).search}`, headers: { cookie } })
  const { invocations } = await scene.counted()
  if (Object.values(invocations).some((times) => times > 0)) scene.wrong('a function was invoked')
  return answer
}

/** API Gateway knows five routes, and nothing is cut, joined or resolved to fit one of them. */
export default defineAttack({
  name: 'path-bent',
  rows: ['A33'],
  says: 'comes back at an address that only looks like a door',
  answeredAs: 'http-404',
  ways: {
    'two dots within': at('/omera-bank/../callback'),
    'two escaped dots within': at('/omera-bank/%2e%2e/callback'),
    'through another service': at('/visa/%2e%2e/omera-bank/callback'),
    'a dot within': at('/omera-bank/./callback'),
    'a parameter in the path': at('/omera-bank/callback;v=1'),
    'an escaped parameter in the path': at('/omera-bank/callback%3Bv=1'),
    'two slashes before': at('//omera-bank/callback'),
    'two slashes within': at('/omera-bank//callback'),
    'a slash behind': at('/omera-bank/callback/'),
    'a backslash': at('/omera-bank\\callback'),
    'a dot behind': at('/omera-bank/callback.'),
    'a NUL behind': at('/omera-bank/callback%00'),
    'in capitals': at('/omera-bank/CALLBACK'),
    'escaped twice': at('/omera-bank/%2563allback'),
  },
})
