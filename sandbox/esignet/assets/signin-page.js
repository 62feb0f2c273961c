import { ApiRefusal } from './api.js'
import { showConsent } from './consent-view.js'
import { createFlowApi } from './flow-api.js'
import { showLogin } from './login-view.js'
import { messageFor } from './messages.js'

const prefix = location.pathname.slice(0, -'/signin'.length)
const query = new URLSearchParams(location.search)
const send = (path, init) => fetch(`${prefix}${path}`, init)
const api = createFlowApi(send, { authId: query.get('authId') ?? '', executionId: query.get('executionId') ?? '' })

/** @param {string} name */
function show(name) {
  for (const view of document.querySelectorAll('main > section[id]')) view.hidden = view.id !== `view-${name}`
  document.querySelector(`#view-${name} h1`)?.focus()
}

/** @param {unknown} error */
function showError(error) {
  const code = error instanceof ApiRefusal ? error.errorCode : 'authorization_failed_msg'
  document.getElementById('error-text').textContent = messageFor(code)
  document.getElementById('error-code').textContent = code
  show('error')
}

async function goBack() {
  location.assign(await api.callback())
}

async function run() {
  const meta = await send(`/flow/meta?type=APP&id=${encodeURIComponent(query.get('applicationId') ?? '')}`, {})
  const { application } = await meta.json()
  const factors = await api.begin()
  const details = {
    clientName: application.name,
    authFactors: factors.map((type) => [{ type, count: 1 }]),
    configs: {
      clientAdditionalConfig: { purpose: application.purpose },
      'practice.cancelled': 'access_denied',
      'practice.trust-frameworks-asked': {},
      'consent.screen.timeout-in-secs': 120,
      'consent.screen.timeout-buffer-in-secs': 5,
    },
  }
  const clientName = application.name.eng ?? application.name['@none'] ?? ''
  for (const place of document.querySelectorAll('[data-client-name]')) place.textContent = clientName

  const finish = (accepted) => api.allow(accepted).then(goBack).catch(showError)
  const leave = () => api.deny().then(goBack).catch(showError)
  const consent = () => {
    showConsent({ details: { ...details, ...api.asked() }, claimStatus: [], finish, leave })
    show('consent')
  }
  showLogin({
    api,
    details,
    // Nothing leads back from here but the consent screen.
    leaveWith: () => undefined,
    leave: showError,
    authenticated: (consentAction) => (consentAction === 'CAPTURE' ? consent() : finish([])),
  })
  show('login')
}

run().catch(showError)
