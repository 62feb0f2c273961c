import { defineAttack, type Strike } from '../attack.ts'
import { doorPaths, inOrder } from '../our-doors.ts'

const twice =
  (door: 'login' | 'callback', name: string, value: string): Strike =>
  (scene) => {
    const other = `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`
    const queries = [
      `${name}=${value}&${name}=${value}`,
      `${name}=${value}&${name}=other`,
      `${name}=&${name}=${value}`,
      `${name}=${value}&x=y&${other}=other`,
    ]
    return inOrder(queries, (query) => scene.send({ path: `${doorPaths[door]}?${query}` }))
  }

/** A parameter may be there once (RFC 6749 §3.1): API Gateway joins two with a comma, others take the first, or the last. */
export default defineAttack({
  name: 'parameter-twice',
  rows: ['G05'],
  says: 'says a parameter twice, so that two readers see two requests',
  answeredAs: 'parameter-invalid',
  ways: {
    'the act': twice('login', 'act', 'open-account'),
    'the way back': twice('login', 'return_to', '/'),
    'the languages': twice('login', 'ui_locales', 'en'),
    'the state': twice('callback', 'state', 'abc'),
    'the code': twice('callback', 'code', 'abc'),
    'the issuer': twice('callback', 'iss', 'abc'),
    'the error': twice('callback', 'error', 'abc'),
  },
})
