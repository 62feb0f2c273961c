import dns, { type LookupAddress } from 'node:dns'
import { onTestFinished, vi } from 'vitest'

type Found = (error: NodeJS.ErrnoException | null, addresses?: readonly LookupAddress[]) => void

/** For the length of one test these names have these addresses, in this order; every other name is not known. */
export const resolvedAs = (names: Readonly<Record<string, readonly string[]>>): void => {
  const look = (name: string, _options: unknown, found: Found): void => {
    const addresses = (names[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    const unknown = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), {
      code: 'ENOTFOUND',
      syscall: 'getaddrinfo',
    })
    if (addresses.length === 0) found(unknown)
    else found(null, addresses)
  }
  const spy = vi.spyOn(dns, 'lookup').mockImplementation(look as unknown as typeof dns.lookup)
  onTestFinished(() => spy.mockRestore())
}
