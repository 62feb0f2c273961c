import { withEncryption } from '../../tampering/at-release.ts'
import { defineAttack } from '../attack.ts'
import type { Answer } from '../http.ts'
import type { Scene } from '../scene.ts'

const asWeSet =
  /^__Host-[a-z-]+-(?:login|session)=[A-Za-z0-9_.-]*; Max-Age=\d+; Path=\/; Secure; HttpOnly; SameSite=Lax$/

const look = (scene: Scene, answer: Answer, count: number): Answer => {
  const lines = answer.headers['set-cookie'] ?? []
  for (const line of lines.filter((each) => !asWeSet.test(each))) scene.wrong(`set as ${line.replace(/=[^;]*/, '=…')}`)
  if (lines.length !== count) scene.wrong(`${lines.length} cookies and not ${count} are set with ${answer.status}`)
  return answer
}

/** All of a login, of both services, and what clears a cookie (RFC 6265bis §4.1.3.2, §5.4). */
export default defineAttack({
  name: 'cookie-without-its-attributes',
  rows: ['G08'],
  says: 'looks for a cookie that a script, another host or plain HTTP could get at',
  answeredAs: 'accepted',
  notAt: [withEncryption],
  done: async (scene) => {
    for (const [service, act] of [
      ['omera-bank', 'open-account'],
      ['visa', 'apply'],
    ]) {
      const browser = scene.browser()
      const begun = look(scene, await browser.visit(`${scene.api}/${service}/login?act=${act}&return_to=/`), 1)
      const back = await scene.atEsignet({ browser, authorizeUrl: begun.headers['location']?.[0] ?? '' })
      const entered = await browser.visit(back.redirectTo)
      look(scene, entered, (entered.headers['set-cookie'] ?? []).length)
      if (!(entered.headers['set-cookie'] ?? []).some((line) => line.startsWith(`__Host-${service}-session=`)))
        scene.wrong('no session was begun')
      look(scene, await browser.ask(`${scene.api}/${service}/session`), 0)
      const cookie = `__Host-${service}-session=${'A'.repeat(43)}`
      look(scene, await scene.send({ path: `/${service}/session`, headers: { cookie } }), 1)
    }
    await scene.mark()
    return look(scene, await scene.send({ path: '/.well-known/jwks.json' }), 0)
  },
})
