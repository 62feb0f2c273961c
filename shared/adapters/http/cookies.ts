import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/**
 * Two cookies per service. `__Host-` makes the browser refuse them without TLS, with a Domain, or from another host (RFC 6265bis
 * §4.1.3.2); Lax lets them come along when the provider sends the person back, and with nothing a stranger's page posts.
 */
export const loginCookie = (service: string): string => `__Host-${service}-login`
export const sessionCookie = (service: string): string => `__Host-${service}-session`

export const setCookie = (name: string, value: string, maxAgeSeconds: number): string =>
  `${name}=${value}; Max-Age=${maxAgeSeconds}; Path=/; Secure; HttpOnly; SameSite=Lax`

export const clearCookie = (name: string): string => setCookie(name, '', 0)

/**
 * API Gateway hands cookies over as a list; emulators sometimes only as the header. A browser keeps at most one cookie of a
 * `__Host-` name, so of two one was slipped in by somebody else, and nobody can tell which (RFC 6265bis §8.6): neither counts.
 */
export const cookieOf = (
  event: Pick<APIGatewayProxyEventV2, 'cookies' | 'headers'>,
  name: string,
): string | undefined => {
  const all = event.cookies ?? event.headers['cookie']?.split(/; */) ?? []
  const [found, ...others] = all.filter((cookie) => cookie.startsWith(`${name}=`))
  const value = others.length > 0 ? undefined : found?.slice(name.length + 1)
  return value === '' ? undefined : value
}

/** The login cookie holds this browser's secret, and the newest login begun in it. */
export interface LoginCookie {
  readonly browserSecret: string
  readonly lastStateHash: string
}

const secret = '[A-Za-z0-9_-]{43}'
const loginCookieForm = new RegExp(`^(${secret})\\.(${secret})$`)

export const writeLoginCookie = ({ browserSecret, lastStateHash }: LoginCookie): string =>
  `${browserSecret}.${lastStateHash}`

/** Nothing, for a value that is not of our making. */
export const readLoginCookie = (value: string | undefined): LoginCookie | undefined => {
  const [, browserSecret, lastStateHash] = loginCookieForm.exec(value ?? '') ?? []
  return browserSecret === undefined || lastStateHash === undefined ? undefined : { browserSecret, lastStateHash }
}
