import type { Answer } from '../http/call.ts'
import { issuerOf, type World } from '../world.ts'

export function redirect(location: string, outcome: string): Answer {
  return { status: 302, headers: { location, 'cache-control': 'no-store' }, body: '', outcome }
}

/** A page of the login service: the relying party never hears of it. */
export function shownError(world: World, errorCode: string, errorMessage: string): Answer {
  return redirect(`${world.publicUrl}/error?${new URLSearchParams({ errorCode, errorMessage })}`, errorCode)
}

/** Back to the relying party, with `iss` in success and error alike (RFC 9207) and the state as it came. */
export function redirectWith(
  world: World,
  redirectUri: string,
  { state, ...answer }: { readonly state: string | undefined } & Readonly<Record<string, string | undefined>>,
): string {
  const issuer = world.faults.strikes('redirect-without-iss') ? undefined : issuerOf(world, 'redirect')
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...answer, iss: issuer, state })) {
    if (value !== undefined) parameters.append(name, value)
  }
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${parameters}`
}
