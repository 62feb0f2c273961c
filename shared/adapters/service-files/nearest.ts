/**
 * The candidate a person most likely meant, or none when nothing is near: at most a third of the letters wrong. Case does
 * not count; of two as near, the first.
 */
export const nearest = (word: string, candidates: readonly string[]): string | undefined => {
  const most = Math.max(1, Math.floor(word.length / 3))
  const measured = candidates
    .filter((candidate) => candidate !== word && Math.abs(candidate.length - word.length) <= most)
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ far }) => far <= most)
  return measured.sort((one, other) => one.far - other.far)[0]?.candidate
}

/** Optimal string alignment: letters left out, added, exchanged, or two neighbours in the wrong order, each counts one. */
const distance = (from: string, to: string): number => {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const ways = [(next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + cost]
      next.push(Math.min(...ways, swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY))
    }
    before = row
    row = next
  }
  return row[to.length] ?? 0
}
