import { defineAttack } from '../attack.ts'
import type { Answer } from '../http.ts'
import { asPage, patiently } from '../our-doors.ts'

const strict = ['no-store']

/** Answers of every kind, good and bad: those about somebody may be kept nowhere (RFC 9111 §5.2.2.5). The keys are public. */
export default defineAttack({
  name: 'answer-kept-by-a-cache',
  rows: ['G17'],
  says: 'looks for an answer that a cache would keep',
  answeredAs: 'accepted',
  done: async (scene) => {
    const { api, wrong } = scene
    const look = (what: string, { headers }: Answer): void => {
      const said = headers['cache-control'] ?? []
      if (said.join() !== strict.join()) wrong(`${what}: cache-control ${said.join() || 'is missing'}`)
      for (const name of ['expires', 'etag', 'last-modified', 'age']) if (name in headers) wrong(`${what}: ${name}`)
    }
    for (const headers of [asPage, { accept: 'application/json' }]) {
      const at = async (path: string) => look(path, await patiently(() => scene.send({ path, headers })))
      await at('/omera-bank/login')
      await at('/omera-bank/login?act=open-account&return_to=//evil.example')
      await at('/omera-bank/login?act=a&act=b')
      await at('/nobody/login?act=open-account')
      await at('/omera-bank/callback')
      await at('/omera-bank/callback?state=made-up&code=made-up')
      await at('/omera-bank/callback?state=a&state=b')
      await at('/nobody/callback')
      await at('/omera-bank/session')
      await at('/nobody/session')
      await at('/health')
    }
    const browser = scene.browser()
    const begun = await browser.visit(`${api}/omera-bank/login?act=open-account&return_to=/`)
    look('a login that begins', begun)
    const back = await scene.atEsignet({ browser, authorizeUrl: begun.headers['location']?.[0] ?? '' })
    look('a login that ends', await browser.visit(back.redirectTo))
    look('a login that is repeated', await browser.visit(back.redirectTo))
    look('a session', await browser.ask(`${api}/omera-bank/session`))
    const cookie = `__Host-omera-bank-session=${'A'.repeat(43)}`
    look('a session that is over', await scene.send({ path: '/omera-bank/session', headers: { cookie } }))
    await scene.mark()
    const keys = await scene.send({ path: '/.well-known/jwks.json' })
    if (keys.headers['cache-control']?.join() !== 'public, max-age=300') wrong('the keys cannot be kept')
    return keys
  },
})
