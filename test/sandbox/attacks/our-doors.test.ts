import { describe, expect, it } from 'vitest'
import { functions } from '../../../functions/index.ts'
import type { Answer } from '../../../sandbox/attacks/http.ts'
import { doorPaths, gist, inOrder } from '../../../sandbox/attacks/our-doors.ts'

const answer = (more: Partial<Answer> = {}): Answer => ({ status: 200, headers: {}, body: '', ...more })

describe('the doors that are attacked', () => {
  it('are all there are but those that belong to back ends, which have journeys of their own', () => {
    const backEnds = ['authorization-server', 'claims', 'decisions', 'erasure', 'evaluation', 'openapi', 'token']
    const routes = Object.entries(functions).map(([name, { route }]) => [
      name,
      route.replace('{service}', 'omera-bank'),
    ])
    const attacked = Object.entries(doorPaths).map(([name, path]) => [name, `GET ${path}`])
    expect(attacked.sort()).toEqual(routes.filter(([name = '']) => !backEnds.includes(name)).sort())
    expect(
      routes
        .map(([name]) => name)
        .filter((name = '') => backEnds.includes(name))
        .sort(),
    ).toEqual(backEnds)
  })
})

describe('asking in order', () => {
  it('waits for a throttle, and takes no answer of it for one of the door', async () => {
    const given = [429, 200, 404].map((status) => answer({ status }))
    const answers = await inOrder(['one', 'other'], async () => given.shift() ?? answer({ status: 500 }))
    expect(answers.map(({ status }) => status)).toEqual([200, 404])
  })
})

describe('what two answers have in common', () => {
  const told = (reference: string, more: Partial<Answer> = {}) =>
    gist(
      answer({ headers: { date: [reference], 'apigw-requestid': [reference] }, body: `{"r":"${reference}"}`, ...more }),
    )

  it('is all but date and reference', () => {
    expect(told('one')).toBe(told('other'))
    expect(told('one')).not.toBe(told('other', { status: 400 }))
    expect(told('one')).not.toBe(told('other', { body: 'other words' }))
  })
})
