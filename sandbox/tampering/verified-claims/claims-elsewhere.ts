import type { Members } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { userInfo } from '../tellings.ts'
import type { Tools } from '../tools.ts'

const elsewhere = (source: (tools: Tools) => Members) =>
  userInfo((_, tools) => ({
    verified_claims: undefined,
    _claim_names: { verified_claims: 'source' },
    _claim_sources: { source: source(tools) },
  }))

export default defineLie({
  name: 'claims-elsewhere',
  rows: ['F16'],
  says: 'the verified claims are said to be at another address',
  door: 'userinfo',
  variants: {
    distributed: elsewhere(({ esignet }) => ({
      endpoint: `${esignet}/.well-known/openid-configuration`,
      access_token: 'take-this-token',
    })),
    aggregated: elsewhere(() => ({ JWT: 'eyJhbGciOiJub25lIn0.eyJ2ZXJpZmllZF9jbGFpbXMiOnt9fQ.' })),
  },
  endsAs: 're-verify',
  refusedAs: 'accepted',
})
