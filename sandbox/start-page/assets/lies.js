// @ts-check
// Switches one lie at a time on and off, and shows which one is told. Everything is put in as text, never as markup.

const every = 2000

/** @param {string} id */
const byId = (id) => document.getElementById(id)

/** @param {string} path @param {unknown} [body] */
const ask = async (path, body) => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const answer = await fetch(path, { cache: 'no-store', ...init })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer.json()
}

/** @type {NodeListOf<HTMLElement>} */
const entries = document.querySelectorAll('[data-lie]')

/** @param {Element} entry @param {string} variant */
const expectationOf = (entry, variant) => {
  /** @type {NodeListOf<HTMLElement>} */
  const pills = entry.querySelectorAll('[data-ways]')
  const pill = [...pills].find(({ dataset }) => JSON.parse(dataset.ways ?? '[]').includes(variant))
  if (!(pill instanceof HTMLAnchorElement)) return [`Nothing must come of it: ${pill?.textContent}.`]
  const link = document.createElement('a')
  link.href = pill.href
  link.textContent = pill.textContent
  return ['The login must be refused as ', link, '.']
}

/** @param {string} service */
const portalOf = (service) => {
  const link = document.querySelector(`[data-testid="open-${service === 'visa' ? 'visa' : 'bank'}"]`)
  return link instanceof HTMLAnchorElement
    ? { href: link.href, name: service === 'visa' ? 'the visa portal' : 'Omera Bank' }
    : null
}

/** @param {{ name: string, variant: string, times: number } | null} telling */
const show = (telling) => {
  const banner = byId('lying')
  if (!banner) return
  banner.hidden = telling === null
  for (const entry of entries) {
    const active = entry.dataset.lie === telling?.name
    entry.classList.toggle('active', active)
    entry.querySelector('[data-tell]')?.setAttribute('aria-pressed', String(active))
    if (active && telling) fillBanner(entry, telling)
  }
}

/** @param {HTMLElement} entry @param {{ variant: string, times: number }} telling */
const fillBanner = (entry, { variant, times }) => {
  const fails = 'failure' in entry.dataset
  const who = byId('lie-who')
  if (who) who.textContent = fails ? 'AWS is failing:' : 'eSignet is lying:'
  const stop = byId('lie-stop')
  if (stop) stop.textContent = fails ? 'Stop it' : 'Stop lying'
  const says = byId('lie-says')
  const way = byId('lie-way')
  const expected = byId('lie-expected')
  const attempt = byId('lie-try')
  if (says) says.textContent = entry.querySelector('p')?.firstChild?.textContent?.replace(/\. $/, '') ?? ''
  if (way)
    way.textContent = `${variant === 'told' || variant === 'fails' ? '' : ` (${variant})`}${times === 0 ? '' : `, ${fails ? 'met' : 'told'} ${times === 1 ? 'once' : `${times} times`} so far`}`
  expected?.replaceChildren(...expectationOf(entry, variant))
  const portal = portalOf(entry.dataset.service ?? '')
  if (attempt instanceof HTMLAnchorElement && portal) {
    attempt.href = portal.href
    attempt.textContent = `Log in at ${portal.name}`
  }
}

/** @param {HTMLElement} entry */
const tell = async (entry) => {
  const ways = entry.querySelector('select')
  show(await ask('/practice/lies', { name: entry.dataset.lie, ...(ways ? { variant: ways.value } : {}) }))
  byId('lying')?.scrollIntoView({ block: 'nearest' })
}

const filter = () => {
  const input = byId('lie-filter')
  const words = input instanceof HTMLInputElement ? input.value.trim().toLowerCase() : ''
  let shown = 0
  for (const entry of entries) {
    const found = `${entry.dataset.lie} ${entry.textContent}`.toLowerCase().includes(words)
    entry.hidden = !found
    if (found) shown += 1
  }
  for (const group of document.querySelectorAll('details.lies')) {
    const found = group.querySelector('[data-lie]:not([hidden])') !== null
    group.toggleAttribute('hidden', !found)
    if (words !== '') group.toggleAttribute('open', found)
  }
  const none = byId('lie-none')
  if (none) none.hidden = shown > 0
}

const refresh = async () => {
  try {
    show(await ask('/practice/telling'))
  } catch {
    // The world is gone; the counters say so.
  }
}

for (const entry of entries) entry.querySelector('[data-tell]')?.addEventListener('click', () => void tell(entry))
byId('lie-stop')?.addEventListener('click', async () => show(await ask('/practice/lies', { name: null })))
byId('lie-filter')?.addEventListener('input', filter)

void refresh()
setInterval(() => {
  if (!document.hidden) void refresh()
}, every)

export {}
