/** What the identity system remembers between authentication and exchange. */
export interface KycTransaction {
  readonly individualId: string
  readonly sub: string
  readonly authenticatedAt: number
  readonly status: 'ACTIVE' | 'PROCESSED'
}
