import type { Release } from '../esignet/start.ts'

interface Scope {
  readonly releases: readonly Release[]
  /** Only these ways; absent: every way. */
  readonly ways?: readonly string[]
}

/** Where something cannot be tried. */
export interface NotAt extends Scope {
  /** Why, as a sentence without its full stop. */
  readonly because: string
}

/** Where something ends otherwise than it says of itself, and how. */
export interface Otherwise<Ending> extends Scope {
  readonly ends: Partial<Ending>
}

/** What holds for most releases of eSignet, and what does not. */
export interface Releases<Ending> {
  readonly notAt: readonly NotAt[]
  readonly at: readonly Otherwise<Ending>[]
}

const holds =
  (release: Release, way: string) =>
  ({ releases, ways }: Scope): boolean =>
    releases.includes(release) && (ways === undefined || ways.includes(way))

/** Why something cannot be tried in this way at this release; undefined when it can. */
export const whyNotAt = ({ notAt }: Pick<Releases<object>, 'notAt'>, release: Release, way: string) =>
  notAt.find(holds(release, way))?.because

/** What is different about it in this way at this release: nothing, most of the time. */
export const otherwiseAt = <Ending>({ at }: Pick<Releases<Ending>, 'at'>, release: Release, way: string) =>
  at.find(holds(release, way))?.ends

/** The ways in which it can be tried at this release, and those in which it cannot, with the reason. */
export const sortWays = (thing: Pick<Releases<object>, 'notAt'>, release: Release, ways: readonly string[]) => {
  const sorted = ways.map((way) => ({ way, because: whyNotAt(thing, release, way) }))
  return {
    ways: sorted.flatMap(({ way, because }) => (because === undefined ? [way] : [])),
    leftOut: sorted.flatMap(({ way, because }) => (because === undefined ? [] : [{ way, because }])),
  }
}

export const withVerifiedClaims: NotAt = {
  releases: ['2.0'],
  because: 'eSignet 2.0 releases no verified claims',
}

/** Before, the browser carries the request, and at the login door nobody is asked and nothing is signed. */
export const withPushedRequests: NotAt = {
  releases: ['1.5', '1.6'],
  because: 'requests are pushed since 1.7',
}

export const withIssuerParameter: NotAt = {
  releases: ['1.5', '1.6'],
  because: 'answers name their issuer since 1.7',
}

export const withProofOfPossession: NotAt = {
  releases: ['1.5', '1.6'],
  because: 'proof of possession is known since 1.7',
}

/** Before, nobody gets through at the visa portal, which takes no UserInfo in plain. */
export const withEncryption: NotAt = {
  releases: ['1.5', '1.6', '1.7'],
  because: 'eSignet encrypts UserInfo since 1.8, which the visa portal insists on',
}
