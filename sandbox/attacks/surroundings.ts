import type { Scene } from './scene.ts'

/** What a scene needs of the practice world it plays in. */
export interface Surroundings
  extends Pick<Scene, 'api' | 'pages' | 'mark' | 'tell' | 'counted' | 'honestEnding' | 'logged' | 'secret' | 'wrong'> {
  readonly esignet: string
  /**
   * @param now what the clock of the person's machine shows: its page tells eSignet
   * @returns where eSignet then sends the browser
   */
  readonly logInAtEsignet: (authorizeUrl: string, now: () => Date) => Promise<string>
  /** A practice door for what breaks. */
  readonly control: (door: string, body: unknown) => Promise<void>
}
