import { BrokenAssembly, UnknownInAssembly } from '../assembly/problems.ts'
import { PolicyRefusedError } from '../aws/start.ts'
import { PortTaken } from '../world/ports.ts'
import { ArgumentError } from './arguments.ts'
import { AlreadyRunning } from './lock.ts'

const isExpected = (error: Error): boolean =>
  error instanceof UnknownInAssembly ||
  error instanceof BrokenAssembly ||
  error instanceof PortTaken ||
  error instanceof AlreadyRunning ||
  error instanceof ArgumentError ||
  error instanceof PolicyRefusedError ||
  // What infra/build and infra/stages throw for people to read.
  error.name === 'Sentence' ||
  // The compiler has already printed where.
  'errors' in error ||
  /^(no DynamoDB stand-in|No main\.ts|The kept table)/i.test(error.message)

/** One paragraph for what can be expected to go wrong; a fault of ours keeps its stack. */
export const plainMessage = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return isExpected(error) ? error.message : (error.stack ?? error.message)
}
