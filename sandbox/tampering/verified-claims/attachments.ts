import { withVerifiedClaims } from '../at-release.ts'
import type { Members } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import type { Tools } from '../tools.ts'
import { listOf, membersOf, verification } from '../verified-claims-tellings.ts'

const attached = (attachment: (tools: Tools) => Members) =>
  verification((tools, honest) => ({
    evidence: listOf(honest['evidence']).map((each) => ({ ...membersOf(each), attachments: [attachment(tools)] })),
  }))

export default defineLie({
  name: 'attachments',
  rows: ['F17'],
  says: 'the evidence has attachments to fetch',
  door: 'userinfo',
  variants: {
    'at an address': attached(({ esignet }) => ({
      url: `${esignet}/.well-known/openid-configuration`,
      digest: { alg: 'sha-256', value: 'AA' },
    })),
    inside: attached(() => ({ content_type: 'image/png', content: 'A'.repeat(100_000) })),
  },
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
