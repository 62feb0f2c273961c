import type { Refusal, RefusalCode } from '../../kernel/codes.ts'
import type { Answer } from './answer.ts'
import type { ProblemContext } from './problem.ts'
import { problem } from './problem.ts'
import { refuseCaller } from './refuse-caller.ts'

/** The least of a log that a refusal needs. */
interface RefusalLog {
  say(
    traceId: string,
    entry: {
      readonly code: 'request-refused'
      readonly service: string
      readonly refusal: RefusalCode
      readonly detail?: string
    },
  ): void
}

export interface BackChannel {
  readonly problemPages: string
  readonly log: RefusalLog
}

/** Says no to somebody who was not recognised: nobody's name is written down. */
export const refuseStranger = ({ problemPages, log }: BackChannel, traceId: string, reason: Refusal): Answer => {
  log.say(traceId, entryOf('unknown', reason))
  return refuseCaller(reason, { traceId, problemPages })
}

/** Says no to a service that was recognised, with what helps it beside the code. */
export const refuseRequest = (
  { problemPages, log }: BackChannel,
  { traceId, service }: { readonly traceId: string; readonly service: string },
  reason: Refusal,
  members: Readonly<Record<string, unknown>> = {},
): Answer => {
  log.say(traceId, entryOf(service, reason))
  const context: ProblemContext = { traceId, problemPages, wantsPage: false }
  return problem(reason, context, members)
}

const entryOf = (service: string, { code, detail }: Refusal) => ({
  code: 'request-refused' as const,
  service,
  refusal: code,
  ...(detail === undefined ? {} : { detail }),
})
