/** ISO 639-1 to ISO 639-3, for languages eSignet's deployments speak; eSignet refuses names of two letters. */
const codes: Readonly<Record<string, string>> = {
  am: 'amh',
  ar: 'ara',
  bn: 'ben',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  gu: 'guj',
  hi: 'hin',
  id: 'ind',
  km: 'khm',
  kn: 'kan',
  lo: 'lao',
  ml: 'mal',
  mr: 'mar',
  ms: 'msa',
  my: 'mya',
  ne: 'nep',
  or: 'ori',
  pa: 'pan',
  pt: 'por',
  rw: 'kin',
  si: 'sin',
  so: 'som',
  sw: 'swa',
  ta: 'tam',
  te: 'tel',
  th: 'tha',
  tl: 'tgl',
  tr: 'tur',
  uk: 'ukr',
  ur: 'urd',
  vi: 'vie',
  zh: 'zho',
}

/** The three-letter code of a BCP 47 tag's language; `undefined` when it is not known here. */
export const threeLetterCode = (tag: string): string | undefined => {
  const language = tag.split('-')[0]?.toLowerCase() ?? ''
  if (/^[a-z]{3}$/.test(language)) return language
  return Object.hasOwn(codes, language) ? codes[language] : undefined
}
