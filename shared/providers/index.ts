import type { ProviderProfile } from '../domain/provider/profile.ts'
import { esignet18 } from './esignet/release-1.8.ts'

/** The release lines this house speaks with. A deployment names one; an unknown name stops its start. */
export const profiles: ReadonlyMap<string, ProviderProfile> = new Map([[esignet18.release, esignet18]])
