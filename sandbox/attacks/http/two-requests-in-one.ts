import { defineAttack, type Strike } from '../attack.ts'
import { noneInvoked } from '../our-doors.ts'

const host = 'Host: localhost\r\n'
const hidden = `GET /.well-known/jwks.json HTTP/1.1\r\n${host}Connection: close\r\n\r\n`
const chunks = `0\r\n\r\n${hidden}`
const posted = `POST /omera-bank/login HTTP/1.1\r\n${host}`

const bytes =
  (text: string): Strike =>
  async (scene) => {
    const answer = await scene.sendBytes(text)
    if (answer === undefined) throw new Error('nothing was answered')
    if (answer.body.includes('HTTP/1.')) scene.wrong('there is a second answer')
    await noneInvoked(scene)
    return answer
  }

/** Where two readers disagree about the end of a request, the second one belongs to whoever comes next (RFC 9112 §11.2). */
export default defineAttack({
  name: 'two-requests-in-one',
  rows: ['G14'],
  says: 'hides a second request in the body of the first one',
  answeredAs: 'http-400',
  ways: {
    'a length beside chunks': bytes(`${posted}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`),
    'chunks beside a length': bytes(`${posted}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n${chunks}`),
    'two lengths': bytes(`${posted}Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`),
    'two lengths in one line': bytes(`${posted}Content-Length: 0, ${hidden.length}\r\n\r\n${hidden}`),
    'a length with a sign': bytes(`${posted}Content-Length: +0\r\n\r\n${hidden}`),
    'a length in another base': bytes(`${posted}Content-Length: 0x0\r\n\r\n${hidden}`),
    'a coding nobody knows': bytes(`${posted}Transfer-Encoding: xchunked\r\n\r\n${chunks}`),
    'a coding before chunked': bytes(`${posted}Transfer-Encoding: identity, chunked\r\n\r\n${chunks}`),
    'a coding after chunked': bytes(`${posted}Transfer-Encoding: chunked, identity\r\n\r\n${chunks}`),
    'two codings': bytes(`${posted}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n${chunks}`),
    'a coding with a space before the colon': bytes(`${posted}Transfer-Encoding : chunked\r\n\r\n${chunks}`),
    'a coding after a strange space': bytes(`${posted}Transfer-Encoding: \u000bchunked\r\n\r\n${chunks}`),
    'a coding on a folded line': bytes(`${posted}Transfer-Encoding:\r\n chunked\r\n\r\n${chunks}`),
    'a coding in HTTP/1.0': bytes(
      `POST /omera-bank/login HTTP/1.0\r\n${host}Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`,
    ),
    'a chunk longer than it says': bytes(`${posted}Transfer-Encoding: chunked\r\n\r\n1\r\nzz\r\n${chunks}`),
    'a chunk whose length ends with a line feed': bytes(
      `${posted}Transfer-Encoding: chunked\r\n\r\n1;\nz\r\n${chunks}`,
    ),
    'a folded line': bytes(`GET /omera-bank/login HTTP/1.1\r\n${host}X-A: a\r\n b\r\n\r\n${hidden}`),
    'line feeds alone': bytes(`GET /omera-bank/login HTTP/1.1\nHost: localhost\n\n${hidden}`),
    'a carriage return alone': bytes(`GET /omera-bank/login HTTP/1.1\r\n${host}X-A: a\rX-B: b\r\n\r\n${hidden}`),
    'a NUL in a header': bytes(`GET /omera-bank/login HTTP/1.1\r\n${host}X-A: a\0b\r\n\r\n${hidden}`),
    'a space in the target': bytes(`GET /omera-bank/login HTTP/1.1 /x HTTP/1.1\r\n${host}\r\n${hidden}`),
    'a target for a proxy': bytes(`GET http://evil.example/omera-bank/login HTTP/1.1\r\n${host}\r\n${hidden}`),
    'no host': bytes(`GET /omera-bank/login HTTP/1.1\r\n\r\n${hidden}`),
    'two hosts': bytes(`GET /omera-bank/login HTTP/1.1\r\n${host}Host: evil.example\r\n\r\n${hidden}`),
    'HTTP/1.0 without a host': bytes(`GET /omera-bank/login HTTP/1.0\r\n\r\n${hidden}`),
    'no version': bytes(`GET /omera-bank/login\r\n\r\n${hidden}`),
    'a version of other framing': bytes(`GET /omera-bank/login HTTP/2.0\r\n${host}\r\n${hidden}`),
    'the beginning of HTTP/2': bytes(`PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${hidden}`),
    'a method in small letters': bytes(`get /omera-bank/login HTTP/1.1\r\n${host}\r\n${hidden}`),
  },
})
