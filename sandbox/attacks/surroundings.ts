import type { Scene } from './scene.ts'

/** What a scene needs of the practice world it plays in. */
export interface Surroundings extends Pick<Scene, 'api' | 'mark' | 'tell' | 'counted' | 'logged' | 'secret' | 'wrong'> {
  readonly esignet: string
  /** @returns where eSignet then sends the browser */
  readonly logInAtEsignet: (authorizeUrl: string) => Promise<string>
  /** A practice door for what breaks. */
  readonly control: (door: string, body: unknown) => Promise<void>
}
