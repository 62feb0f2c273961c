const labels = new Map([
  ['name', 'Full name'],
  ['given_name', 'Given name'],
  ['family_name', 'Family name'],
  ['birthdate', 'Date of birth'],
  ['gender', 'Gender'],
  ['email', 'E-mail address'],
  ['phone_number', 'Telephone number'],
  ['address', 'Address'],
  ['country', 'Country'],
  ['locale', 'Language'],
  ['picture', 'Photograph'],
  ['individual_id', 'Identity number'],
])

const element = (id) => document.getElementById(id)
/** Seconds left at which a screen reader is told. */
const spoken = [60, 30, 10]

/**
 * @param {{ details: import('./api.js').Details, claimStatus: import('./api.js').ClaimStatus[],
 *   finish: (accepted: string[]) => Promise<void>, leave: (error: string) => void }} consent
 */
export function showConsent({ details, claimStatus, finish, leave }) {
  const asked = details.configs['practice.trust-frameworks-asked']
  const draw = (claim, essential) => claimRow(claim, essential, asked[claim], statusOf(claimStatus, claim))
  element('essential-claims').replaceChildren(...details.essentialClaims.map((claim) => draw(claim, true)))
  element('voluntary-claims').replaceChildren(...details.voluntaryClaims.map((claim) => draw(claim, false)))
  element('essential-block').hidden = details.essentialClaims.length === 0
  element('voluntary-block').hidden = details.voluntaryClaims.length === 0

  const seconds =
    details.configs['consent.screen.timeout-in-secs'] - details.configs['consent.screen.timeout-buffer-in-secs']
  const stop = countDown(seconds, () => leave('transaction_timeout'))
  const decide = (deed) => () => {
    stop()
    for (const button of [element('consent-allow'), element('consent-cancel')]) button.disabled = true
    deed()
  }
  element('consent-cancel').addEventListener(
    'click',
    decide(() => leave(details.configs['practice.cancelled'])),
  )
  element('consent-allow').addEventListener(
    'click',
    decide(() => {
      const chosen = [...document.querySelectorAll('#voluntary-claims input:checked')].map((input) => input.value)
      finish([...details.essentialClaims, ...chosen])
    }),
  )
}

const statusOf = (statuses, claim) => statuses.find((status) => status.claim === claim)

function claimRow(claim, essential, frameworks, status) {
  const row = document.createElement('li')
  row.dataset.testid = `claim-${claim}`
  const words = document.createElement('span')
  words.className = 'claim-words'
  words.append(labels.get(claim) ?? claim)
  const mark = markFor(frameworks, status)
  if (mark) words.append(mark)
  if (essential) {
    const lock = document.createElement('span')
    lock.className = 'locked'
    lock.textContent = 'Needed'
    row.append(words, lock)
    return row
  }
  const label = document.createElement('label')
  const input = document.createElement('input')
  Object.assign(input, { type: 'checkbox', value: claim, className: 'toggle' })
  input.dataset.testid = `toggle-${claim}`
  label.append(words, input)
  row.append(label)
  return row
}

/** Only claims asked for as verified carry a mark: which framework was asked, and whether the person has it. */
function markFor(frameworks, status) {
  if (!frameworks) return status && !status.available ? mark('absent', 'Not on record') : undefined
  const under = frameworks.length > 0 ? ` under ${frameworks.join(' or ')}` : ''
  return status?.verified ? mark('verified', `Verified${under}`) : mark('unverified', `Not verified${under}`)
}

function mark(kind, text) {
  const badge = document.createElement('small')
  badge.className = `mark ${kind}`
  badge.textContent = text
  return badge
}

/**
 * @param {number} seconds
 * @param {() => void} over
 * @returns {() => void} stops it
 */
function countDown(seconds, over) {
  const end = Date.now() + seconds * 1000
  let last = -1
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000))
    if (left === last) return
    last = left
    element('countdown').textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
    if (spoken.includes(left)) element('countdown-spoken').textContent = `${left} seconds left to decide`
    if (left > 0) return
    clearInterval(timer)
    over()
  }
  const timer = setInterval(tick, 250)
  tick()
  return () => clearInterval(timer)
}
