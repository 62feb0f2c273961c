import type { ProviderProfile } from '../domain/provider/profile.ts'
import { esignet15 } from './esignet/release-1.5.ts'
import { esignet16 } from './esignet/release-1.6.ts'
import { esignet17 } from './esignet/release-1.7.ts'
import { esignet18 } from './esignet/release-1.8.ts'
import { esignet20 } from './esignet/release-2.0.ts'

/** The release lines this house speaks with. A deployment names one; an unknown name stops its start. */
export const profiles: ReadonlyMap<string, ProviderProfile> = new Map(
  [esignet15, esignet16, esignet17, esignet18, esignet20].map((profile) => [profile.release, profile]),
)

/** Every way to log in that some release can carry out. A name that is not among them is no other release's, but a slip. */
export const acrValues: readonly string[] = [...new Set([...profiles.values()].flatMap((profile) => profile.acrValues))]
