import { defineLie } from '../lie.ts'
import { verification } from '../verified-claims-tellings.ts'

export default defineLie({
  name: 'verified-at-no-time',
  rows: ['F11'],
  says: 'it was verified in the future, or on a day that never was',
  door: 'userinfo',
  variants: {
    future: verification(({ now }) => ({ time: new Date((now + 3600) * 1000).toISOString() })),
    'no time': verification({ time: 'yesterday' }),
    'year nothing': verification({ time: '0000-00-00T00:00:00Z' }),
    'the 32nd of February': verification({ time: '2026-02-32T12:00:00Z' }),
    'a number': verification(({ now }) => ({ time: now })),
    missing: verification({ time: undefined }),
  },
  endsAs: 're-verify',
  refusedAs: 'accepted',
})
