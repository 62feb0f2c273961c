import { defineAttack, type Strike } from '../attack.ts'
import { nothingReflected, someMarkup } from '../markup.ts'
import { doorPaths, inOrder } from '../our-doors.ts'

const sent =
  (headersOf: (text: string) => Readonly<Record<string, string>>): Strike =>
  (scene) =>
    inOrder(someMarkup(5, 6), async (text) => {
      const headers = { accept: 'text/html', ...headersOf(text) }
      return nothingReflected(scene, text, await scene.send({ path: doorPaths.session, headers }))
    })

/** Nobody reads most of them, which is why nobody looks. */
export default defineAttack({
  name: 'markup-in-the-headers',
  rows: ['G19'],
  says: 'sends scripts in headers and cookies',
  answeredAs: 'session-missing',
  leaves: {},
  ways: {
    'in headers about the browser': sent((text) => ({ 'user-agent': text, 'accept-language': text, referer: text })),
    'in headers about the way': sent((text) => ({ 'x-forwarded-host': text, 'x-forwarded-for': text, via: text })),
    'in what it takes': sent((text) => ({
      accept: `text/html, ${text}`,
      'sec-fetch-dest': text,
      'x-amzn-trace-id': text,
    })),
    'in cookies': sent((text) => ({ cookie: `a=${text}; ${text}=b; __Host-omera-bank-login=${text}` })),
  },
})
