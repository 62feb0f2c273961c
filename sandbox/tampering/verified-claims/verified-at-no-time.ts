import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { verification } from '../verified-claims-tellings.ts'

/** No clock of a computer shows the second after 23:59:59; whoever writes it is asked to verify again. */
const dayBefore = (now: number): string => new Date((now - 86_400) * 1000).toISOString().slice(0, 10)

export default defineLie({
  name: 'verified-at-no-time',
  rows: ['F11', 'L03'],
  says: 'it was verified in the future, or on a day that never was',
  door: 'userinfo',
  variants: {
    future: verification(({ now }) => ({ time: new Date((now + 3600) * 1000).toISOString() })),
    'no time': verification({ time: 'yesterday' }),
    'year nothing': verification({ time: '0000-00-00T00:00:00Z' }),
    'the 32nd of February': verification({ time: '2026-02-32T12:00:00Z' }),
    'a leap second': verification(({ now }) => ({ time: `${dayBefore(now)}T23:59:60Z` })),
    'a number': verification(({ now }) => ({ time: now })),
    missing: verification({ time: undefined }),
  },
  endsAs: 're-verify',
  refusedAs: 'accepted',
  notAt: [withVerifiedClaims],
})
