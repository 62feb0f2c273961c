import { defineAttack, type Strike } from '../attack.ts'

const host = 'Host: localhost\r\n'
const hidden = `GET /omera-bank/session HTTP/1.1\r\n${host}Connection: close\r\n\r\n`

const bytes =
  (text: string): Strike =>
  async (scene) => {
    const answer = await scene.sendBytes(text)
    if (answer === undefined) throw new Error('nothing was answered')
    if (answer.body.includes('HTTP/1.')) scene.wrong('there is a second answer')
    const { invocations } = await scene.counted()
    const times = (door: string) => Object.entries(invocations).find(([name]) => name.endsWith(`-${door}`))?.[1]
    if (times('jwks') !== 1) scene.wrong(`the keys were asked for ${times('jwks')} times`)
    if (times('session') !== 0) scene.wrong('what was hidden in the body was asked')
    return answer
  }

const asked = 'GET /.well-known/jwks.json HTTP/1.1\r\n'

/** Plainly framed: what looks like a request is the body of the one before. */
export default defineAttack({
  name: 'request-within-a-body',
  rows: ['G14'],
  says: 'writes a request into a body that says plainly where it ends',
  answeredAs: 'accepted',
  ways: {
    'with a length': bytes(`${asked}${host}Connection: close\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`),
    'in a chunk': bytes(
      `${asked}${host}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`,
    ),
    'behind HTTP/1.0': bytes(`GET /.well-known/jwks.json HTTP/1.0\r\n${host}\r\n`),
  },
})
