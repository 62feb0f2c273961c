import { ApiRefusal } from './api.js'
import { practiceFingerprint } from './fingerprint.js'
import { messageFor } from './messages.js'

/** Factors this practice world can perform, with the words for them. */
const known = new Map([
  ['OTP', { name: 'otp', label: 'Code by message', text: 'We send six digits to your e-mail or telephone.' }],
  ['PIN', { name: 'pin', label: 'PIN', text: 'The six digits you chose when you registered.' }],
  ['PWD', { name: 'password', label: 'Password', text: 'The one you chose when you registered.' }],
  ['BIO', { name: 'bio', label: 'Fingerprint', text: 'Read by the device in front of you.' }],
])

const blocks = ['individual_id_blocked', 'no_attempts_left']
const element = (id) => document.getElementById(id)

/**
 * @param {{ api: ReturnType<typeof import('./api.js').createApi>, details: import('./api.js').Details,
 *   leaveWith: (error: string) => string | undefined, leave: (error: string) => void,
 *   authenticated: (consentAction: string) => unknown }} login
 */
export function showLogin(login) {
  const form = element('login-form')
  headings(login.details)
  const factors = login.details.authFactors.flatMap(([first, ...more]) =>
    first && more.length === 0 && known.has(first.type) ? [known.get(first.type)] : [],
  )
  drawFactors(factors)
  form.addEventListener('change', (event) => {
    if (event.target.name === 'factor') choose(event.target.value)
  })
  choose(factors[0]?.name)
  wirePersonas()

  /** @param {() => Promise<void>} deed */
  const attempt = async (deed) => {
    showProblem('')
    if (!individualId()) return showProblem('Enter your identity number.', element('individual-id'))
    busy(true)
    try {
      await deed()
    } catch (error) {
      refused(error, login)
    } finally {
      busy(false)
    }
  }
  const prove = (authFactorType, challenge, format) =>
    attempt(async () => {
      const answer = await login.api.authenticate(individualId(), { authFactorType, challenge, format })
      await login.authenticated(answer.consentAction)
    })

  element('send-code').addEventListener('click', () =>
    attempt(async () => {
      const { maskedEmail, maskedMobile } = await login.api.sendOtp(individualId())
      const places = [maskedEmail, maskedMobile].filter(Boolean).join(' and ')
      element('code-sent').textContent = `A code was sent to ${places}.`
      sendCodeButton('Send another code', 'secondary')
      element('otp-field').hidden = false
      element('verify').hidden = false
      element('otp').focus()
    }),
  )
  element('biometric').addEventListener('click', () => prove('BIO', practiceFingerprint(), 'encoded-json'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const chosen = new FormData(form).get('factor')
    if (chosen === 'otp' && element('otp-field').hidden) element('send-code').click()
    else if (chosen === 'otp') void prove('OTP', element('otp').value.trim(), 'alpha-numeric')
    else if (chosen === 'pin') void prove('PIN', element('pin').value.trim(), 'number')
    else if (chosen === 'password') void prove('PWD', element('password').value, 'alpha-numeric')
    else if (chosen === 'bio') element('biometric').click()
  })
}

const individualId = () => element('individual-id').value.trim()

/** The relying party's purpose decides the heading, as its registration says. */
function headings(details) {
  const purpose = details.configs.clientAdditionalConfig?.purpose
  const words = { verify: 'Confirm who you are', link: 'Link your identity' }
  const title = purpose?.title?.['@none'] ?? words[purpose?.type] ?? 'Log in'
  element('login-title').textContent = title
  const service = details.clientName.eng ?? details.clientName['@none'] ?? 'The service'
  element('login-subtitle').textContent =
    purpose?.subTitle?.['@none'] ?? `${service} asks Veridonia to confirm who you are.`
}

function drawFactors(factors) {
  const list = element('factor-list')
  for (const { name, label, text } of factors) {
    const row = document.createElement('label')
    row.className = 'factor'
    row.dataset.testid = `factor-${name}`
    const input = document.createElement('input')
    Object.assign(input, { type: 'radio', name: 'factor', value: name, checked: list.childElementCount === 0 })
    const words = document.createElement('span')
    const strong = document.createElement('strong')
    strong.textContent = label
    const small = document.createElement('small')
    small.textContent = text
    words.append(strong, small)
    row.append(input, words)
    list.append(row)
  }
  if (factors.length > 0) return
  list.textContent = 'The service asks for a way of logging in that the practice world cannot perform.'
}

function choose(name) {
  for (const { name: other } of known.values()) element(`panel-${other}`).hidden = other !== name
  element('verify').hidden = name === undefined || name === 'bio' || (name === 'otp' && element('otp-field').hidden)
  showProblem('')
}

function wirePersonas() {
  const cards = [...document.querySelectorAll('.persona')]
  const select = (card) => {
    for (const other of cards) other.setAttribute('aria-pressed', String(other === card))
    element('pin-hint').textContent = card ? `Practice world: this person's PIN is ${card.dataset.pin}` : 'Six digits.'
  }
  const forgetCode = () => {
    element('otp-field').hidden = true
    element('code-sent').textContent = ''
    sendCodeButton('Send me a code', 'primary wide')
    const chosen = new FormData(element('login-form')).get('factor')
    if (chosen) choose(chosen)
  }
  for (const card of cards) {
    card.addEventListener('click', () => {
      element('individual-id').value = card.dataset.individualId
      forgetCode()
      select(card)
      element('individual-id').focus()
    })
  }
  element('individual-id').addEventListener('input', () => {
    forgetCode()
    select(cards.find((card) => card.dataset.individualId === individualId()))
  })
}

function sendCodeButton(text, className) {
  Object.assign(element('send-code'), { textContent: text, className })
}

function refused(error, login) {
  const code = error instanceof ApiRefusal ? error.errorCode : 'authorization_failed_msg'
  if (code === 'invalid_transaction') return login.leave(code)
  showProblem(messageFor(code))
  const address = blocks.includes(code) ? login.leaveWith(code) : undefined
  if (address === undefined) return
  element('leave-link').href = address
  element('leave').hidden = false
}

/**
 * @param {string} text
 * @param {HTMLElement} [place] where the person can mend it
 */
function showProblem(text, place) {
  const alert = element('login-error')
  alert.textContent = text
  alert.hidden = text === ''
  element('leave').hidden = true
  place?.focus()
}

function busy(isBusy) {
  for (const button of document.querySelectorAll('#login-form button')) button.disabled = isBusy
  element('login-form').setAttribute('aria-busy', String(isBusy))
}
