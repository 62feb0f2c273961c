import { settings } from '../settings.ts'

/** ISO 639-1 → ISO 639-3, for the languages of the practice world and its neighbours. */
const threeLetters: Readonly<Record<string, string>> = {
  ar: 'ara',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  hi: 'hin',
  km: 'khm',
  pt: 'por',
  sw: 'swa',
}

/** The languages to release in. Without `convert`, a two-letter code stays and will match no value. */
export function releaseLanguages(claimsLocales: readonly string[], convert: boolean): readonly string[] {
  if (claimsLocales.length === 0) return [settings.defaultLanguage]
  const codes = convert ? claimsLocales.map((code) => threeLetters[code.toLowerCase()] ?? code) : claimsLocales
  return [...new Set(codes)]
}
