import middy from '@middy/core'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { type Answer, json } from '../adapters/http/answer.ts'
import { type Log, powertoolsLog } from '../observability/log.ts'

export type DoorHandler = (event: APIGatewayProxyEventV2) => Promise<Answer>

/** Hangs a handler into its Lambda: the last resort for what nobody caught, and nothing a handler could forget. */
export const door = (name: string, build: (log: Log) => DoorHandler) => {
  const log = powertoolsLog(name)
  return middy<APIGatewayProxyEventV2, Answer, Error, Context>()
    .onError((request) => {
      const traceId = request.event.requestContext.requestId
      log.say(traceId, { code: 'handler-crashed', error: request.error?.name ?? 'unknown' })
      request.response = json(500, { code: 'internal-fault', status: 500, traceId })
    })
    .handler(build(log))
}
