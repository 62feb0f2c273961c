/** Whether one thing we need answers. Never says what is in it. */
export interface HealthCheck {
  readonly name: string
  /** Resolves when it is there, rejects when it is not. */
  ask(): Promise<void>
}
