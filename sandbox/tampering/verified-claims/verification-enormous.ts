import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { verification } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'verification-enormous',
  rows: ['F15'],
  says: 'the reference of the verification has a megabyte',
  door: 'userinfo',
  variants: {
    process: verification({ verification_process: 'p'.repeat(1_000_000) }),
    txn: verification({ txn: 't'.repeat(1_000_000) }),
  },
  refusedAs: 'answer-too-large',
  notAt: [withVerifiedClaims],
})
