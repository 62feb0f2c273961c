import { defineAttack, type Strike } from '../attack.ts'
import { noneInvoked } from '../our-doors.ts'

const host = 'Host: localhost\r\n'

/** A connection is held open this long; nothing is measured by it. */
const moment = 500

const begun =
  (bytes: string): Strike =>
  async (scene) => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => scene.sendBytes(bytes, moment)))
    if (answers.some((answer) => answer !== undefined)) scene.wrong('half a request was answered')
    await noneInvoked(scene)
    const held = scene.sendBytes(bytes, moment)
    const meanwhile = await scene.send({ path: '/.well-known/jwks.json' })
    await held
    return meanwhile
  }

/** API Gateway hands on whole requests, so that nobody pays for those who send slowly, and others are answered meanwhile. */
export default defineAttack({
  name: 'sent-without-end',
  rows: ['G15'],
  says: 'begins twenty requests and does not end them',
  answeredAs: 'accepted',
  ways: {
    'in the headers': begun(`GET /omera-bank/login?act=open-account HTTP/1.1\r\n${host}X-A: `),
    'in the body': begun(`GET /omera-bank/login?act=open-account HTTP/1.1\r\n${host}Content-Length: 1000\r\n\r\nhalf`),
    'between chunks': begun(
      `GET /omera-bank/session HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`,
    ),
    'in a POST': begun(`POST /omera-bank/login HTTP/1.1\r\n${host}Content-Length: 1000\r\n\r\nh`),
  },
})
