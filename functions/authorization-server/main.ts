import { door } from '../../shared/wiring/door.ts'
import { readStage } from '../../shared/wiring/environment.ts'
import { authorizationServerHandler } from './handler.ts'

const stage = readStage()

export const handler = door('authorization-server', (log) => authorizationServerHandler({ ...stage, log }))
