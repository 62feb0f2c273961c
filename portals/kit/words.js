// @ts-check
import { inWords } from './time.js'

/** @typedef {(typeof import('./texts.js').kitTexts)['en']} KitTexts */

/**
 * The label we have for a code, or the code itself: an unknown value is shown, never hidden.
 *
 * @param {Record<string, string>} labels
 * @param {string} code
 */
export function label(labels, code) {
  return (Object.hasOwn(labels, code) ? labels[code] : undefined) ?? code
}

/**
 * The reader's language, if the texts have it, else English. The one member lists the languages.
 *
 * @param {string[]} available
 * @param {readonly string[]} wanted BCP 47, most wanted first
 */
export function chooseLanguage(available, wanted) {
  return wanted.map((tag) => tag.toLowerCase().split('-', 1)[0] ?? '').find((tag) => available.includes(tag)) ?? 'en'
}

/**
 * A claim's name for people. `name#khm` (OpenID Connect Core §5.2) says its language.
 *
 * @param {string} claim
 * @param {KitTexts} t
 * @param {string} locale
 */
export function claimName(claim, t, locale) {
  const [name = '', tag] = claim.split('#', 2)
  const known = Object.hasOwn(t.claims, name) ? label(t.claims, name) : name.replaceAll('_', ' ')
  return tag === undefined ? known : `${known} (${languageName(tag, locale)})`
}

/** @param {string} tag @param {string} locale */
function languageName(tag, locale) {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/**
 * Any JSON value as text for people: lists are joined, objects show their `formatted` or `value` member or their members.
 *
 * @param {unknown} value
 * @param {KitTexts} t
 * @returns {string}
 */
export function printable(value, t) {
  if (value === undefined || value === null || value === '') return t.notStated
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value)) return value.length === 0 ? t.notStated : value.map((item) => printable(item, t)).join(', ')
  if (typeof value !== 'object') return String(value)
  if ('formatted' in value && typeof value.formatted === 'string') return value.formatted
  if ('value' in value && typeof value.value === 'string') return value.value
  return (
    Object.values(value)
      .map((item) => printable(item, t))
      .join(', ') || t.notStated
  )
}

/**
 * A raw value of a requirement in a customer's words: codes get their labels, ISO 8601 durations and times are spelled out.
 *
 * @param {unknown} value
 * @param {KitTexts} t
 * @param {string} locale
 */
export function plainWords(value, t, locale) {
  if (value === undefined || value === null || value === '') return t.notStated
  const labels = { ...t.documents, ...t.frameworks, ...t.acr }
  const words = printable(value, t).replace(/[A-Za-z0-9](?:[\w:.+-]*\w)?/g, (word) => {
    if (Object.hasOwn(labels, word)) return label(labels, word)
    return inWords(word, locale) ?? duration(word, locale) ?? word
  })
  // A sentence starts with a capital; a name with its own spelling (eIDAS) keeps it.
  return words.replace(/^[a-z](?=[a-z])/, (first) => first.toUpperCase())
}

const units = /** @type {const} */ (['year', 'month', 'week', 'day', 'hour', 'minute', 'second'])

/** @param {string} word @param {string} locale @returns {string | undefined} */
function duration(word, locale) {
  const found =
    /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)?$/.exec(
      word,
    )
  const parts = units.flatMap((unit, at) => {
    const amount = found?.[at + 1]
    return amount === undefined
      ? []
      : [new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(amount))]
  })
  return parts.length === 0 ? undefined : parts.join(' ')
}

/**
 * What a rule is about, for people: `accept[0].assuranceLevel` → "How thoroughly it was verified".
 *
 * @param {string | undefined} rule
 * @param {KitTexts} t
 * @param {string} locale
 */
export function requirementName(rule, t, locale) {
  if (rule === undefined) return t.notStated
  const steps = rule.replaceAll(/\[\d+\]/g, '').split('.')
  const claim = steps[steps.indexOf('claims') + 1]
  if (steps.includes('claims') && claim !== undefined) {
    // Under `accept` a claim has to be verified; elsewhere it only has to be there.
    const detail = steps[0] === 'accept' ? t.verifiedDetail : t.statedDetail
    return detail.replace('{claim}', () => claimName(claim, t, locale))
  }
  const known = steps.reverse().find((step) => Object.hasOwn(t.requirements, step))
  return known === undefined ? rule : label(t.requirements, known)
}
