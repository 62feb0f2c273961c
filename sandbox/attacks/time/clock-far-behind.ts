import { withPushedRequests } from '../../tampering/at-release.ts'
import { defineAttack } from '../attack.ts'
import { atTheDoorWithClockAhead, waysOf } from '../with-clock-ahead.ts'

/** Our client assertion is over before it is written, by eSignet's clock. */
export default defineAttack({
  name: 'clock-far-behind',
  rows: ['L01'],
  says: 'wants to log in while our clock is minutes behind that of eSignet',
  answeredAs: 'client-rejected',
  asks: { discovery: 2, par: 1 },
  notAt: [withPushedRequests],
  ways: waysOf([-70, -300], atTheDoorWithClockAhead),
})
