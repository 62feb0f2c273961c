// @ts-check
import { el, foreign } from './dom.js'

/**
 * A moment or a calendar day in the reader's own way of writing it; what is not a time is shown as it is.
 *
 * @param {string} value RFC 3339 date-time, or a full-date, which has no time zone and must not be moved by one
 * @param {string} locale BCP 47
 * @param {Record<string, string | undefined>} [attributes]
 * @returns {HTMLElement}
 */
export function time(value, locale, attributes = {}) {
  const written = inWords(value, locale)
  return written === undefined ? foreign(value, attributes) : el('time', { ...attributes, datetime: value }, written)
}

/**
 * @param {string} value
 * @param {string} locale
 * @returns {string | undefined} undefined when the value is not a date or date-time
 */
export function inWords(value, locale) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value)
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)
  const date = new Date(value)
  if (!(day || moment) || Number.isNaN(date.getTime())) return undefined
  return new Intl.DateTimeFormat(
    locale,
    day ? { dateStyle: 'long', timeZone: 'UTC' } : { dateStyle: 'long', timeStyle: 'short' },
  ).format(date)
}
