import { defineAttack, type Strike } from '../attack.ts'
import type { Answer, Asking } from '../http.ts'
import { asPage, doorPaths, gist, patiently, withoutBody } from '../our-doors.ts'

const accepted = [doorPaths.session, doorPaths.jwks]
const refused = [doorPaths.login, doorPaths.callback]

const sent =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' }): Strike =>
  async (scene) => {
    const person = await scene.logIn()
    await scene.mark()
    const cookie = [...person.cookies].map((pair) => pair.join('=')).join('; ')
    const answers: Answer[] = []
    for (const path of [...accepted, ...refused]) {
      const asking: Asking = { path, headers: { ...asPage, cookie } }
      const without = await patiently(() => scene.send(asking))
      const withIt = await patiently(() => scene.send({ path, headers: { ...asPage, cookie, ...headers }, body }))
      if (gist(without) !== gist(withIt)) scene.wrong(`${path} answers otherwise`)
      if (accepted.some((each) => each === path)) answers.push(withoutBody(withIt))
    }
    return answers
  }

const deep = 100_000
const boundary = 'vo'
const parts = [
  `--${boundary}`,
  'Content-Disposition: form-data; name="act"',
  '',
  'open-account',
  `--${boundary}`,
  'Content-Disposition: form-data; name="file"; filename="../../x"',
  '',
  '{"__proto__":{"a":1}}',
  `--${boundary}--`,
  '',
]

/**
 * No door takes a body, so none parses one, and 415 would say that some type is wanted. A GET with a body is answered as without
 * (RFC 9110 §9.3.1: the body has no meaning); a method that would have one has no route.
 */
export default defineAttack({
  name: 'body-where-none-belongs',
  rows: ['G03', 'G06', 'G12', 'G16'],
  says: 'sends a body where none belongs',
  answeredAs: 'accepted',
  leaves: { audit: { 'login-refused act-unknown': 2, 'login-refused state-missing': 2 } },
  ways: {
    'that reaches for the prototype': sent('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'),
    'nested without end': sent('['.repeat(deep) + ']'.repeat(deep)),
    'of a hundred thousand members': sent(
      JSON.stringify(Object.fromEntries(Array.from({ length: deep }, (_, index) => [`k${index}`, index]))),
    ),
    'of three hundred kilobytes': sent(JSON.stringify({ act: 'x'.repeat(300_000) })),
    'with parameters of its own': sent('act=open-account&state=x&code=y', {
      'content-type': 'application/x-www-form-urlencoded',
    }),
    'in parts': sent(parts.join('\r\n'), { 'content-type': `multipart/form-data; boundary=${boundary}` }),
    'of JSON that says it is text': sent('{"act":"open-account"}', { 'content-type': 'text/plain' }),
    'of no type': sent('{"act":"open-account"}', {}),
    'of no type at all': sent('x', { 'content-type': ';;=/' }),
    'that is not UTF-8': sent(Buffer.from([0xff, 0xfe, 0x00, 0xc0, 0xaf])),
    'that is binary': sent(Buffer.from([0x00, 0x1f, 0x8b, 0x08]), { 'content-type': 'application/octet-stream' }),
    'that says it is base64': sent('eyJhY3QiOiJvcGVuLWFjY291bnQifQ==', {
      'content-type': 'application/json',
      'content-transfer-encoding': 'base64',
      'content-encoding': 'gzip',
    }),
  },
})
