export interface DriveLoginOptions {
  /** Where the relying party sent the browser. */
  readonly authorizeUrl: string
  readonly individualId: string
  readonly factor: 'otp' | 'pin' | 'bio' | 'password'
  /** Needed for the factor `pin`. */
  readonly pin?: string
  /** Needed for the factor `password`: in the practice world `practice` and the PIN. */
  readonly password?: string
  /** Another code than the practice world's constant one. */
  readonly otp?: string
  /** `leave-at-block`: the person is blocked and uses the link back to the service. */
  readonly consent: 'allow' | 'cancel' | 'leave-at-block'
  /** Whether the optional claims are switched on; default true. */
  readonly acceptVoluntary?: boolean
  readonly fetch?: typeof globalThis.fetch
  /** The clock of the practice world, when it is not the real one. */
  readonly now?: () => Date
}

export interface DriveStep {
  readonly who: string
  readonly to: string
  readonly what: string
}

export interface DrivenLogin {
  /** The address the page would send the browser to; nobody has gone there yet. */
  readonly redirectTo: string
  readonly steps: readonly DriveStep[]
}
