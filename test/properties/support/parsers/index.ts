import { claimsProperty, verifiedClaimsProperty } from './claims.ts'
import { compactJwsProperty } from './compact-jws.ts'
import { cookieProperty, loginCookieProperty } from './cookies.ts'
import { durationProperty } from './durations.ts'
import { momentProperty } from './moments.ts'
import type { ParserProperty } from './parser.ts'
import { queryProperty } from './query.ts'
import { returnToProperty } from './return-to.ts'
import { serviceFileProperty } from './service-files.ts'
import { signedTokenProperty } from './signed-token.ts'
import { strictJsonProperty } from './strict-json.ts'

/** Whatever reads what strangers, providers or operators wrote. */
export const parserProperties: readonly ParserProperty[] = [
  queryProperty,
  compactJwsProperty,
  signedTokenProperty,
  cookieProperty,
  loginCookieProperty,
  returnToProperty,
  momentProperty,
  durationProperty,
  claimsProperty,
  verifiedClaimsProperty,
  strictJsonProperty,
  serviceFileProperty,
]
