import type { Session } from '../domain/session/session.ts'

export interface Sessions {
  /** The session under this hash while it lasts; `now` is epoch seconds. Expired rows are as good as gone, swept or not. */
  find(sessionHash: string, now: number): Promise<Session | undefined>
}
