import { withPushedRequests } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'endpoint-of-another-host',
  rows: ['A39'],
  says: 'an endpoint is on the machine of somebody else',
  door: 'discovery',
  variants: {
    token: members({ token_endpoint: 'https://evil.example/token' }),
    keys: members({ jwks_uri: 'https://evil.example/jwks.json' }),
    pushed: members({ pushed_authorization_request_endpoint: 'https://evil.example/par' }),
    userinfo: members({ userinfo_endpoint: 'https://evil.example/userinfo' }),
    login: members({ authorization_endpoint: 'https://evil.example/authorize' }),
  },
  refusedAs: 'provider-metadata-invalid',
  notAt: [{ ...withPushedRequests, ways: ['pushed'] }],
})
