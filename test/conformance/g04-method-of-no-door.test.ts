import { attack } from './attacking.ts'

attack('G04', 'method-of-no-door', {
  as: 'http-404',
  ways: ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'],
})
