import type { RefusalCode } from '../../../kernel/codes.ts'
import type { Expectations } from '../expectations.ts'
import type { ClaimsSet } from '../signed-claims.ts'

/** Says what is wrong with one claim, or nothing. */
export type Check = (idToken: ClaimsSet, expected: Expectations) => RefusalCode | undefined
