import type { WantedFault } from '../../world/controls.ts'
import { defineFault } from '../fault.ts'

const writes = [
  { service: 'dynamodb', operation: 'PutItem', door: 'login' },
  { service: 'dynamodb', operation: 'UpdateItem', door: 'callback' },
  { service: 'dynamodb', operation: 'TransactWriteItems', door: 'callback' },
] as const

const each = (way: string, does: Pick<WantedFault, 'lostAnswer' | 'delay'>) =>
  writes.map((write) => [`${write.operation} ${way}`, [{ ...write, ...does, times: 1 }]] as const)

/** Whoever repeats a write finds its own, or is recognised by its token; what arrives late changes nothing. */
export default defineFault({
  name: 'answer-lost',
  rows: ['H03'],
  says: 'a write of a login happened, and its answer was lost',
  refusedAs: 'accepted',
  noticedAt: 'userinfo',
  ways: {
    ...Object.fromEntries([
      ...each('without an answer', { lostAnswer: true }),
      ...each('later than we wait', { delay: 2_500 }),
    ]),
    'every first answer': writes.map((write) => ({ ...write, lostAnswer: true, times: 1 })),
  },
})
