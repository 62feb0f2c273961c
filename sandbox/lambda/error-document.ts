import type { LambdaError } from './messages.ts'

/** Turns whatever was thrown into the error document that the Node.js runtime reports. */
export const errorDocument = (thrown: unknown): LambdaError => {
  if (thrown instanceof Error) {
    return { errorType: thrown.name, errorMessage: thrown.message, trace: (thrown.stack ?? '').split('\n') }
  }
  return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] }
}
