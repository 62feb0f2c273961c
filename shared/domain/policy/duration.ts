const pattern =
  /^P(?=\d|T\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/

export const isDuration = (text: string): boolean => pattern.test(text) && !text.endsWith('T')

/**
 * `instantMs` plus an ISO 8601 duration, in UTC. Years and months are calendar steps; where the day does not exist it becomes
 * the last of that month, so that nothing is valid longer than a person would count.
 */
export const plus = (instantMs: number, duration: string): number => {
  const parts = pattern.exec(duration)
  if (parts === null) throw new RangeError(`not an ISO 8601 duration: ${duration}`)
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => (part === undefined ? 0 : Number(part)))
  const rest = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds
  return addMonths(instantMs, years * 12 + months) + rest * 1000
}

const addMonths = (instantMs: number, months: number): number => {
  if (months === 0) return instantMs
  const from = new Date(instantMs)
  const to = new Date(instantMs)
  to.setUTCDate(1)
  to.setUTCMonth(from.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate()
  to.setUTCDate(Math.min(from.getUTCDate(), lastDay))
  return to.getTime()
}
