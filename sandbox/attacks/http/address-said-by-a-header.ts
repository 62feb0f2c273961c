import { defineAttack, type Strike } from '../attack.ts'

const saying =
  (headers: Readonly<Record<string, string>>): Strike =>
  async (scene) => {
    const honest = scene.browser()
    const missing = await honest.ask(`${scene.api}/omera-bank/session`)
    const there = await scene.send({ path: '/omera-bank/session', headers: { accept: 'application/json', ...headers } })
    const addresses = (body: string): readonly string[] => body.match(/https?:\/\/[^"]+/g) ?? []
    if (addresses(there.body).join() !== addresses(missing.body).join()) scene.wrong('the session door names others')
    const query = new URLSearchParams({ act: 'open-account', return_to: '/' })
    const begun = await scene.send({ path: `/omera-bank/login?${query}`, headers: { accept: 'text/html', ...headers } })
    const [cookie = ''] = begun.headers['set-cookie'] ?? []
    const [pair = ''] = cookie.split(';')
    const [name = '', value = ''] = pair.split('=')
    const browser = scene.browser(new Map([[name, value]]))
    const back = await scene.atEsignet({ browser, authorizeUrl: begun.headers['location']?.[0] ?? '' })
    // Where eSignet sends people is what was pushed to it.
    if (!back.redirectTo.startsWith(`${scene.api}/omera-bank/callback?`))
      scene.wrong('eSignet was given another address')
    await scene.mark()
    if (JSON.stringify([there, begun]).includes('evil')) scene.wrong('the header comes back')
    // Where requests are not pushed, the address of eSignet has the state in it, as it must.
    return { ...begun, headers: { ...begun.headers, location: [] } }
  }

/** Every address we say is made of the configuration: the issuer, the redirect URI, the login address, the problem pages. */
export default defineAttack({
  name: 'address-said-by-a-header',
  rows: ['G09'],
  says: 'tells us in a header under which address we are',
  answeredAs: 'accepted',
  ways: {
    'X-Forwarded-Host': saying({
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '1',
    }),
    Forwarded: saying({ forwarded: 'for=192.0.2.1;host=evil.example;proto=https' }),
    'other names for a host': saying({
      'x-host': 'evil.example',
      'x-original-host': 'evil.example',
      'x-forwarded-server': 'evil.example',
      'x-http-host-override': 'evil.example',
      via: '1.1 evil.example',
    }),
    'other names for a path': saying({
      'x-original-url': 'http://evil.example/visa/login',
      'x-rewrite-url': '/evil/login',
      'x-forwarded-prefix': '/evil',
      'x-http-method-override': 'DELETE',
    }),
    'a page elsewhere': saying({ referer: 'https://evil.example/', from: 'a@evil.example' }),
  },
})
