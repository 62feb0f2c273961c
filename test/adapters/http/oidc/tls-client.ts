import dns, { type LookupAddress } from 'node:dns'
import { boundedFetch, neverLeft } from '../../../../shared/adapters/http/bounded-fetch.ts'
import { identityProvider } from '../../../../shared/adapters/http/oidc/identity-provider.ts'
import { Fault } from '../../../../shared/kernel/fault.ts'
import { esignet18 } from '../../../../shared/providers/esignet/release-1.8.ts'

/** What became of one origin: the issuer, or why not. */
export interface Reached {
  readonly issuer?: string
  readonly fault?: string
  /** What Node calls the reason. */
  readonly why?: string
  /** Whether a request with a code would be known not to have left. */
  readonly neverLeft: boolean
}

const reach = async (origin: string): Promise<Reached> => {
  const discovery = new URL(`${origin}/.well-known/openid-configuration`)
  const provider = identityProvider({ discovery, issuer: origin, profile: esignet18 }, Date.now)
  const posted = await boundedFetch({ milliseconds: 5_000, bytes: 1_000 })(`${origin}/token`, {
    method: 'POST',
    body: 'code=secret',
  }).then(
    () => false,
    (error: unknown) => neverLeft(error),
  )
  try {
    return { issuer: await provider.issuer(), neverLeft: posted }
  } catch (error) {
    return { ...(error instanceof Fault ? { fault: error.code, why: whyOf(error.cause) } : {}), neverLeft: posted }
  }
}

const whyOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(error)
}

/** What somebody can do who answers for a name in DNS: every name is this very machine. */
Object.assign(dns, {
  lookup: (_name: string, _options: unknown, found: (error: null, addresses: readonly LookupAddress[]) => void) =>
    found(null, [{ address: '127.0.0.1', family: 4 }]),
})

/** Our adapter in a process of its own: whom Node trusts is settled when it starts. Origins come as arguments. */
const reached = await Promise.all(process.argv.slice(2).map(reach))
process.send?.(reached)
process.disconnect?.()
