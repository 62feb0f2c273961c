import type { Refusal } from '../kernel/codes.ts'
import type { Result } from '../kernel/result.ts'
import type { ServiceDirectory } from '../ports/service-directory.ts'
import { type AuditNeeds, audited, type RefusedLogin, refusedLogin } from './refused-login.ts'

/** Ends a login whose request could not even be read, with the same one audit event as every other end. */
export const refuseLogin =
  (world: AuditNeeds & { readonly services: ServiceDirectory }) =>
  (
    at: { readonly door: 'login' | 'callback'; readonly service: string; readonly traceId: string },
    reason: Refusal,
  ): Promise<Result<never, RefusedLogin>> =>
    audited(world, { ...at, service: world.services.find(at.service)?.id ?? 'unknown' }, async () =>
      refusedLogin(reason),
    )
