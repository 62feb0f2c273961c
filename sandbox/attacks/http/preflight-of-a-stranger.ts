import { defineAttack, type Strike } from '../attack.ts'
import type { Asking } from '../http.ts'
import { allPaths, inOrder, noneInvoked } from '../our-doors.ts'

const asked =
  (headers: (portal: string) => NonNullable<Asking['headers']>): Strike =>
  async (scene) => {
    const portal = scene.pages.portals['omera-bank'] ?? ''
    const answers = await inOrder(allPaths, async (path) => {
      const answer = await scene.send({ method: 'OPTIONS', path, headers: headers(portal) })
      const allowed = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))
      if (allowed.length > 0) scene.wrong(`${path} allows it: ${allowed.join(', ')}`)
      return answer
    })
    await noneInvoked(scene)
    return answers
  }

const want = { 'access-control-request-method': 'GET' } as const

/** API Gateway answers OPTIONS by itself, 204; without the headers of CORS a browser asks no further (Fetch §4.8). */
export default defineAttack({
  name: 'preflight-of-a-stranger',
  rows: ['G04', 'G13'],
  says: 'asks whether a page of theirs may speak with our doors',
  answeredAs: 'accepted',
  ways: {
    'a stranger': asked(() => ({ ...want, origin: 'https://evil.example' })),
    'a page without origin': asked(() => ({ ...want, origin: 'null' })),
    'a name that begins like the portal': asked((portal) => ({ ...want, origin: `${portal}.evil.example` })),
    'a name that ends like the portal': asked((portal) => ({ ...want, origin: portal.replace('//', '//evil-') })),
    'another port of the portal': asked((portal) => ({ ...want, origin: portal.replace(/\d+$/, '1') })),
    'the portal without TLS, or with': asked((portal) => ({ ...want, origin: portal.replace('http:', 'https:') })),
    'the portal, for a method nobody opened': asked((portal) => ({
      origin: portal,
      'access-control-request-method': 'PUT',
    })),
    'nobody in particular': asked(() => ({})),
  },
})
