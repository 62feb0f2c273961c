import type { Context } from 'aws-lambda'
import { type Log, powertoolsLog } from '../observability/log.ts'
import { readStage } from './environment.ts'

export type JobHandler = (traceId: string) => Promise<void>

/**
 * Hangs a job into its Lambda. Nobody waits for an answer: what nobody caught is named in the log and thrown on, so that Lambda
 * counts an error, calls again, and the alarm rings.
 */
export const job = (name: string, build: (log: Log) => JobHandler) => {
  const log = powertoolsLog(name, readStage().stage)
  const handle = build(log)
  return async (_event: unknown, { awsRequestId }: Pick<Context, 'awsRequestId'>): Promise<void> => {
    try {
      await handle(awsRequestId)
    } catch (error) {
      log.say(awsRequestId, { code: 'handler-crashed', error: error instanceof Error ? error.name : 'unknown' })
      // Not the error itself: Lambda would write its message and its cause into the log.
      throw new Error(`${name} failed`)
    }
  }
}
