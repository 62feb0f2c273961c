import type { CorsSettings } from './api.ts'

type Headers = Readonly<Record<string, string>>

const originAllowed = (cors: CorsSettings, origin: string): boolean =>
  cors.allowOrigins.some((allowed) => {
    if (allowed === '*' || allowed.toLowerCase() === origin.toLowerCase()) return true
    // `https://*` and `http://*` allow every origin of that scheme.
    return /^https?:\/\/\*$/.test(allowed) && origin.toLowerCase().startsWith(allowed.slice(0, -1).toLowerCase())
  })

const allowOrigin = (cors: CorsSettings, origin: string): Headers => ({
  'access-control-allow-origin': cors.allowOrigins.includes('*') && !cors.allowCredentials ? '*' : origin,
  ...(cors.allowCredentials ? { 'access-control-allow-credentials': 'true' } : {}),
  ...(cors.allowOrigins.includes('*') ? {} : { vary: 'Origin' }),
})

const joined = (name: string, values: readonly string[]): Headers =>
  values.length === 0 ? {} : { [name]: values.join(',') }

/**
 * Headers of the answer to a preflight (Fetch §3.2.2). API Gateway answers it itself, 204, whatever the routes say;
 * an origin, or a method, that is not on the list gets the same 204 without a single CORS header.
 */
export const preflightHeaders = (
  cors: CorsSettings,
  origin: string | undefined,
  method: string | undefined,
): Headers => {
  if (origin === undefined || method === undefined || !originAllowed(cors, origin)) return {}
  if (!cors.allowMethods.includes('*') && !cors.allowMethods.includes(method)) return {}
  return {
    ...allowOrigin(cors, origin),
    ...joined('access-control-allow-methods', cors.allowMethods),
    ...joined('access-control-allow-headers', cors.allowHeaders),
    ...(cors.maxAge === undefined ? {} : { 'access-control-max-age': String(cors.maxAge) }),
  }
}

/** Headers added to every other answer; CORS headers that the function set itself are dropped, as in AWS. */
export const withCors = (headers: Headers, cors: CorsSettings | undefined, origin: string | undefined): Headers => {
  if (cors === undefined) return headers
  const own = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('access-control-')))
  if (origin === undefined || !originAllowed(cors, origin)) return own
  const added = { ...allowOrigin(cors, origin), ...joined('access-control-expose-headers', cors.exposeHeaders) }
  const vary = [own['vary'], added['vary']].filter((part) => part !== undefined)
  return { ...own, ...added, ...joined('vary', vary) }
}
