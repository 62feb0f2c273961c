import type { InvokeMessage, WorkerSettings } from './messages.ts'

/**
 * The context object of the Node.js runtime
 * (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html).
 */
const realNow = Date.now

export const lambdaContext = (settings: WorkerSettings, message: InvokeMessage) => ({
  functionName: settings.functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: settings.functionArn,
  memoryLimitInMB: String(settings.memoryMb),
  awsRequestId: message.requestId,
  logGroupName: settings.logGroup,
  logStreamName: 'practice/[$LATEST]',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, message.deadline - realNow()),
})
