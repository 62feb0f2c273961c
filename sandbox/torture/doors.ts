import type { InterceptedDoor } from '../esignet/start.ts'

/** The doors at which a lie can be told. */
export const interceptedDoorNames = [
  'discovery',
  'jwks',
  'par',
  'token',
  'userinfo',
  'success-redirect',
] as const satisfies readonly InterceptedDoor[]
