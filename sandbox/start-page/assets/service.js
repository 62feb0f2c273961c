// @ts-check
// What the session door says about whoever is here. Everything is put in as text, never as markup.

/** @param {unknown} value @returns {Record<string, unknown>} */
const record = (value) => (typeof value === 'object' && value !== null ? { ...value } : {})

/** @param {string} id @param {string} text */
const say = (id, text) => {
  const place = document.getElementById(id)
  if (!place) return
  place.textContent = text
  place.hidden = false
}

const outcome = new URLSearchParams(location.search).get('outcome')
if (outcome !== null) say('end', `The login ended: ${outcome}`)

/** @param {string} address */
const askWho = async (address) => {
  const answer = await fetch(address, { credentials: 'include', cache: 'no-store' }).catch(() => undefined)
  if (answer?.status !== 200) return
  const session = record(await answer.json())
  say('who', `Somebody is here, until ${session['until']}. To this service the person is ${session['subject']}.`)
  document.getElementById('decisions')?.replaceChildren(...Object.entries(record(session['acts'])).map(row))
}

/** @param {[string, unknown]} decided */
const row = ([act, decision]) => {
  const line = document.createElement('tr')
  const head = document.createElement('th')
  const cell = document.createElement('td')
  head.scope = 'row'
  head.textContent = act.replaceAll('-', ' ')
  cell.textContent = String(record(decision)['outcome'])
  line.append(head, cell)
  return line
}

const address = document.querySelector('[data-session]')?.getAttribute('data-session')
if (address) void askWho(address)
