import { withPushedRequests } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'request-uri-elsewhere',
  rows: ['A37'],
  says: 'the reference to the pushed request is an address, or smuggles a parameter',
  door: 'par',
  variants: {
    'an address': members({ request_uri: 'https://evil.example/request' }),
    'another parameter': members(({ request_uri }) => ({ request_uri: `${request_uri}&client_id=evil` })),
    '10 kB': members(({ request_uri }) => ({ request_uri: `${request_uri}${'x'.repeat(10_240)}` })),
    empty: members({ request_uri: '' }),
    missing: members({ request_uri: undefined }),
    'a list': members(({ request_uri }) => ({ request_uri: [request_uri] })),
  },
  refusedAs: 'pushed-answer-invalid',
  notAt: [withPushedRequests],
})
