import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { documentExpires, verification } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'evidence-expired',
  rows: ['F13', 'F14'],
  says: 'the document that was looked at has expired, is of an unknown kind, or there is none',
  door: 'userinfo',
  variants: {
    'expired yesterday': documentExpires(({ now }) => new Date((now - 86_400) * 1000).toISOString().slice(0, 10)),
    'never said': documentExpires(() => undefined),
    'no date': documentExpires(() => 'never'),
    'unknown kind': verification({ evidence: [{ type: 'handshake' }] }),
    'no evidence': verification({ evidence: [] }),
    missing: verification({ evidence: undefined }),
    'an object': verification({ evidence: { type: 'document' } }),
  },
  endsAs: 're-verify',
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
