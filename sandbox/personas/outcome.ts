/** How an act at a service ends for a person: what the decision says, or what they come back with when the login failed. */
export const outcomes = [
  'permit',
  're-verify',
  'step-up',
  're-authenticate',
  'deny',
  'denied',
  'timed-out',
  'not-possible',
  'technical',
] as const

export type Outcome = (typeof outcomes)[number]

/** `<service>/<act>`, e.g. `omera-bank/open-account`. */
export type ActOfService = `${string}/${string}`
