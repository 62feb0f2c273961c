const prefix = 'mosip:idp:acr:'

/** Factor kinds of eSignet; the identity system of the practice world knows the first three. */
export type FactorType = 'OTP' | 'PIN' | 'BIO' | 'PWD' | 'KBI' | 'WLA' | 'IDT'

export interface AuthenticationFactor {
  readonly type: FactorType
  readonly count: number
  readonly subTypes: null
}

const factor = (type: FactorType, count = 0): AuthenticationFactor => ({ type, count, subTypes: null })

/** The ACR mapping of the default configuration: one authentication context, one factor. */
const mapping = new Map<string, AuthenticationFactor>([
  [`${prefix}knowledge`, factor('KBI')],
  [`${prefix}password`, factor('PWD')],
  [`${prefix}static-code`, factor('PIN')],
  [`${prefix}generated-code`, factor('OTP')],
  [`${prefix}linked-wallet`, factor('WLA')],
  [`${prefix}biometrics`, factor('BIO', 1)],
  // Mapped but not advertised: reserved to the sign-up portal.
  [`${prefix}id-token`, factor('IDT')],
])

export function isKnownAcr(acr: string): boolean {
  return mapping.has(acr)
}

/** The alternatives offered to the person, in the order of the resolved ACRs. */
export function factorsFor(acrs: readonly string[]): AuthenticationFactor[][] {
  return acrs.flatMap((acr) => {
    const known = mapping.get(acr)
    return known ? [[known]] : []
  })
}

/** The token's `acr`: every context whose factors equal what was provided, joined by a space. */
export function acrOf(provided: readonly FactorType[]): string {
  const wanted = [...new Set(provided)]
  return [...mapping]
    .filter(([, known]) => wanted.length === 1 && wanted[0] === known.type)
    .map(([acr]) => acr)
    .join(' ')
}

/**
 * Which contexts are offered: the registered ones of the first wish that has any, else silently *all* registered
 * ones. Requested order is kept.
 * @param wishes in the Java line `claims.id_token.acr.values`, then `acr_values`; in the Go line only the latter
 */
export function resolveAcrs(
  registered: readonly string[],
  ...wishes: readonly (readonly string[])[]
): { acrs: readonly string[]; fellBack: boolean } {
  for (const wanted of wishes) {
    const usable = [...new Set(wanted)].filter((acr) => registered.includes(acr))
    if (usable.length > 0) return { acrs: usable, fellBack: false }
  }
  return { acrs: registered, fellBack: wishes.some((wanted) => wanted.length > 0) }
}
