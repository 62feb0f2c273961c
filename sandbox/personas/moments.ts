const day = 24 * 60 * 60 * 1000

/** Moments relative to the start of the world, so that "verified 20 days ago" is true whenever it is started. */
export interface Moments {
  /** ISO 8601 instant. */
  readonly daysAgo: (days: number) => string
  /** `yyyy-MM-dd`. */
  readonly dateIn: (days: number) => string
  /** `yyyy/MM/dd`, the form of birthdates in the identity system. */
  readonly birthdate: (yearsOld: number, monthsMore: number) => string
}

export const momentsFrom = (now: Date): Moments => ({
  daysAgo: (days) => new Date(now.getTime() - days * day).toISOString(),
  dateIn: (days) => new Date(now.getTime() + days * day).toISOString().slice(0, 10),
  birthdate: (yearsOld, monthsMore) => {
    const born = new Date(Date.UTC(now.getUTCFullYear() - yearsOld, now.getUTCMonth() - monthsMore, 15))
    return born.toISOString().slice(0, 10).replaceAll('-', '/')
  },
})
