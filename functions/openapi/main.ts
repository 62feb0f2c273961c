import { door } from '../../shared/wiring/door.ts'
import { readStage } from '../../shared/wiring/environment.ts'
import { openapiHandler } from './handler.ts'

const stage = readStage()

export const handler = door('openapi', (log) => openapiHandler({ ...stage, log }))
