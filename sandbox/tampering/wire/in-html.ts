import { atEachDoor } from '../at-each-door.ts'
import { answers } from '../tellings.ts'

export default atEachDoor({
  name: 'in-html',
  rows: ['J08'],
  says: 'answers with a page for people that says all is well',
  variants: {
    'a page': answers({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Maintenance</title><h1>We are back soon</h1>',
    }),
    'a page said to be data': answers({ status: 200, body: '<!doctype html><h1>We are back soon</h1>' }),
  },
  refusedAs: {
    discovery: 'provider-metadata-invalid',
    jwks: 'provider-keys-unavailable',
    par: 'pushed-answer-invalid',
    token: 'provider-answer-invalid',
  },
})
