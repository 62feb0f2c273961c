import middy from '@middy/core'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { Answer } from '../adapters/http/answer.ts'
import { problem } from '../adapters/http/problem.ts'
import { refusal } from '../kernel/codes.ts'
import { type Log, powertoolsLog } from '../observability/log.ts'
import { readStage } from './environment.ts'

export type DoorHandler = (event: APIGatewayProxyEventV2) => Promise<Answer>

/** Hangs a handler into its Lambda: the last resort for what nobody caught, and nothing a handler could forget. */
export const door = (name: string, build: (log: Log) => DoorHandler) => {
  const { stage, problemPages } = readStage()
  const log = powertoolsLog(name, stage)
  return middy<APIGatewayProxyEventV2, Answer, Error, Context>()
    .onError((request) => {
      const traceId = request.event.requestContext.requestId
      log.say(traceId, { code: 'handler-crashed', error: request.error?.name ?? 'unknown' })
      request.response = problem(refusal('internal-fault'), { traceId, problemPages, wantsPage: false })
    })
    .handler(build(log))
}
