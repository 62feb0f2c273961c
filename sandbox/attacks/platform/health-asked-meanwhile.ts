import * as z from 'zod'
import { throughout } from '../../faults/fault.ts'
import type { WantedFault } from '../../world/controls.ts'
import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

const health = z.object({ healthy: z.boolean(), checks: z.record(z.string(), z.string()) })

const awayIn = (body: string): readonly string[] =>
  Object.entries(health.parse(JSON.parse(body)).checks).flatMap(([name, said]) => (said === 'reachable' ? [] : [name]))

const askedWhile = (fails: Omit<WantedFault, 'times' | 'door'>, name: string) => async (scene: Scene) => {
  const ask = () => scene.send({ path: '/health' })
  const before = awayIn((await ask()).body)
  await scene.fail([{ ...fails, door: 'health', times: throughout }])
  await scene.mark()
  const answer = await ask()
  await scene.fail([])
  const away = awayIn(answer.body)
  if (before.length > 0 || away.join() !== name) scene.wrong(`away before: ${before.join()}, meanwhile: ${away.join()}`)
  if ((await ask()).status !== 200) scene.wrong('it is not well again afterwards')
  return answer
}

/** Names what cannot be reached, and nothing else; needs nobody to be well again. */
export default defineAttack({
  name: 'health-asked-meanwhile',
  rows: ['H12', 'I02'],
  says: 'asks how we are while a table or a key is away',
  answeredAs: 'http-503',
  leaves: {},
  asks: { discovery: 1 },
  ways: {
    'a table is not ours': askedWhile(
      { service: 'dynamodb', table: 'sessions', error: 'AccessDeniedException' },
      'table sessions',
    ),
    'a key is gone': askedWhile(
      { service: 'kms', key: 'omera-bank/client-assertion', error: 'NotFoundException' },
      'client key omera-bank',
    ),
    'another key is not ours': askedWhile(
      { service: 'kms', key: 'visa/userinfo-decryption', error: 'AccessDeniedException' },
      'decryption key visa',
    ),
  },
})
