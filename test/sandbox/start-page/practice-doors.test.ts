import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { practiceGet, practicePost } from '../../../sandbox/start-page/practice-doors.ts'
import { lies } from '../../../sandbox/tampering/index.ts'
import type { Liar, Telling } from '../../../sandbox/tampering/liar.ts'

describe('the practice doors', () => {
  let telling: Telling | undefined
  let searched: readonly string[]
  const liar: Liar = {
    tell: async ({ name }, variant) => {
      telling = { name, variant, times: 0 }
    },
    stop: async () => {
      telling = undefined
    },
    telling: () => telling,
    witnessed: () => ['a-secret-token'],
    forget: () => undefined,
  }
  const seen = { audit: {}, logins: {}, sessions: 0, claims: 0, esignet: {} }
  const practice = {
    liar,
    lies,
    release: '1.8' as const,
    observe: {
      observe: async () => seen,
      search: async (words: readonly string[]) => {
        searched = words
        return 2
      },
    },
  }
  const post = async (path: string, body: unknown) => {
    const reply = await practicePost(path, body, practice)
    return { status: reply?.status, body: JSON.parse(reply?.body ?? 'null') }
  }
  beforeEach(() => {
    searched = []
  })
  afterEach(() => {
    telling = undefined
  })

  it('list every lie by name, and which one is told', async () => {
    await post('/practice/lies', { name: 'two-subjects', variant: 'escaped' })
    const listed = JSON.parse((await practiceGet('/practice/lies', practice))?.body ?? '')
    expect(listed.telling).toEqual({ name: 'two-subjects', variant: 'escaped', times: 0 })
    expect(listed.lies.map(({ name }: { name: string }) => name)).toEqual(lies.map(({ name }) => name))
  })

  it('list what is different at the release that runs, and refuse what it cannot tell', async () => {
    const at20 = { ...practice, release: '2.0' as const }
    const listed = JSON.parse((await practiceGet('/practice/lies', at20))?.body ?? '')
    const named = (name: string) => listed.lies.find((each: { name: string }) => each.name === name)
    expect(listed.release).toBe('2.0')
    expect(named('user-info-with-twins')).toMatchObject({
      variants: ['subject'],
      leftOut: [{ way: 'inside verified claims', because: expect.stringContaining('2.0') }],
    })
    expect(named('access-token-of-another').otherwise).toEqual({
      'another token': { refusedAs: 'userinfo-refused', noticedAt: 'userinfo' },
    })
    const refused = await practicePost('/practice/lies', { name: 'framework-missing' }, at20)
    expect(refused?.status).toBe(400)
    expect(refused?.body).toContain('no verified claims')
    expect(telling).toBeUndefined()
  })

  it('begin a lie in its first way when none is named, and end it with null', async () => {
    expect((await post('/practice/lies', { name: 'two-subjects' })).body).toMatchObject({ variant: 'victim first' })
    expect((await post('/practice/lies', { name: null })).body).toBeNull()
    expect(telling).toBeUndefined()
  })

  it.each([
    [{ name: 'an-honest-answer' }],
    [{ name: 'two-subjects', variant: 'loudly' }],
    [{ name: 'two-subjects', variant: '__proto__' }],
    [{}],
    [undefined],
    [{ name: 7 }],
  ])('refuse %j', async (body) => {
    expect((await post('/practice/lies', body)).status).toBe(400)
    expect(telling).toBeUndefined()
  })

  it('search for given words and for witnessed secrets, and tell numbers only', async () => {
    const answer = await post('/practice/canaries', { words: ['mine'] })
    expect(searched).toEqual(['mine', 'a-secret-token'])
    expect(answer.body).toEqual({ found: 2, words: 2 })
    expect((await post('/practice/canaries', { words: 'mine' })).status).toBe(400)
  })

  it('show counts', async () => {
    expect(JSON.parse((await practiceGet('/practice/observations', practice))?.body ?? '')).toEqual(seen)
    expect(await practiceGet('/practice/elsewhere', practice)).toBeUndefined()
  })
})
