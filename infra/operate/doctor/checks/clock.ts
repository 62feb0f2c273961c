import { doubtful, wrong } from '../../finding.ts'
import type { Check } from '../check.ts'

const doubtfulSeconds = 2
/** eSignet's leeway for assertions. */
const wrongSeconds = 5

/** Assertions live a minute and tokens are judged by the second, so both clocks have to agree. */
export const clock: Check = {
  name: 'clock',
  fine: `this machine and the provider agree within ${doubtfulSeconds} seconds`,
  needs: 'an answer of discovery with a Date',
  look: ({ discoveryAnswer: answer }) => {
    const date = answer.ok && answer.date !== undefined ? Date.parse(answer.date) : Number.NaN
    if (!answer.ok || Number.isNaN(date)) return undefined
    const seconds = distance([answer.sentAt, answer.receivedAt], [date, date + 999]) / 1000
    if (Math.abs(seconds) <= doubtfulSeconds) return []
    const say = Math.abs(seconds) > wrongSeconds ? wrong : doubtful
    return [
      say('clock-differs', {
        expected: `at most ${doubtfulSeconds} seconds`,
        found: `the provider is ${Math.abs(seconds).toFixed(1)} seconds ${seconds > 0 ? 'ahead' : 'behind'} of this machine`,
        remedy:
          'find out which clock is wrong (compare with a third one); the clocks of Lambda are right, so tell the operator if it is theirs',
      }),
    ]
  },
}

/** How far the second span lies after (positive) or before the first: the header names a second, and was written during the call. */
const distance = ([from, to]: readonly [number, number], [first, last]: readonly [number, number]): number => {
  if (first > to) return first - to
  return last < from ? last - from : 0
}
