import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'endpoint-without-tls',
  rows: ['A39'],
  says: 'an endpoint is reached without TLS, on another machine',
  door: 'discovery',
  variants: {
    token: members({ token_endpoint: 'http://esignet.other.example/token' }),
    keys: members({ jwks_uri: 'http://esignet.other.example/jwks.json' }),
    userinfo: members({ userinfo_endpoint: 'http://esignet.other.example/userinfo' }),
    script: members({ authorization_endpoint: 'javascript:alert(1)' }),
  },
  refusedAs: 'provider-metadata-invalid',
})
