import type { Route } from './api.ts'

export interface Match {
  readonly route: Route
  readonly pathParameters: Readonly<Record<string, string>>
}

/** Lower is more specific, per path segment; a greedy parameter and `$default` come last. */
type Rank = readonly number[]

interface Candidate extends Match {
  readonly rank: Rank
}

const segments = (path: string): readonly string[] => path.split('/').slice(1)

const matchPath = (pattern: string, path: string): Omit<Candidate, 'route'> | undefined => {
  const wanted = segments(pattern)
  const given = segments(path)
  const pathParameters: Record<string, string> = {}
  const rank: number[] = []
  for (const [index, part] of wanted.entries()) {
    const greedy = /^\{(\w+)\+\}$/.exec(part)?.[1]
    const single = /^\{(\w+)\}$/.exec(part)?.[1]
    const actual = given[index]
    if (actual === undefined) return undefined
    if (greedy !== undefined) {
      pathParameters[greedy] = given.slice(index).join('/')
      return { pathParameters, rank: [...rank, 2] }
    }
    if (single === undefined && part !== actual) return undefined
    if (single !== undefined && actual === '') return undefined
    if (single !== undefined) pathParameters[single] = actual
    rank.push(single === undefined ? 0 : 1)
  }
  return wanted.length === given.length ? { pathParameters, rank } : undefined
}

const before = (left: Rank, right: Rank): number => {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 3) - (right[index] ?? 3)
    if (difference !== 0) return difference
  }
  return 0
}

const candidate = (route: Route, method: string, path: string): readonly Candidate[] => {
  if (route.key === '$default') return []
  const [wantedMethod = '', pattern = ''] = route.key.split(' ')
  if (wantedMethod !== method && wantedMethod !== 'ANY') return []
  const match = matchPath(pattern, path)
  // A route that names the method beats ANY on the same path.
  return match === undefined ? [] : [{ route, ...match, rank: [...match.rank, wantedMethod === 'ANY' ? 1 : 0] }]
}

/**
 * The route of a request: full match, then `{parameter}`, then `{greedy+}`, then `$default`
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html).
 * `path` is decoded. `undefined` becomes 404: an HTTP API has no 405.
 */
export const findRoute = (routes: readonly Route[], method: string, path: string): Match | undefined => {
  const matches = routes
    .flatMap((route) => candidate(route, method, path))
    .sort((left, right) => before(left.rank, right.rank))
  const fallback = routes.find((route) => route.key === '$default')
  return matches[0] ?? (fallback === undefined ? undefined : { route: fallback, pathParameters: {} })
}
