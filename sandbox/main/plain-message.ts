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
  /^(no DynamoDB stand-in|No main\.ts)/i.test(error.message)

/** One paragraph for what can be expected to go wrong; a fault of ours keeps its stack. */
export const plainMessage = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `Another program took a port in this very moment (${error.message}). Start again, or choose other ports with --port.`
  }
  return isExpected(error) ? error.message : (error.stack ?? error.message)
}
