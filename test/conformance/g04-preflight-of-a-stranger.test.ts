import { attack } from './attacking.ts'

attack('G04 G13', 'preflight-of-a-stranger', {
  as: 'accepted',
  ways: [
    'a stranger',
    'a page without origin',
    'a name that begins like the portal',
    'a name that ends like the portal',
    'another port of the portal',
    'the portal without TLS, or with',
    'the portal, for a method nobody opened',
    'nobody in particular',
  ],
})
