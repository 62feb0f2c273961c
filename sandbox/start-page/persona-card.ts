import { html, type Markup } from '../esignet/pages/html.ts'
import type { Outcome, Persona } from '../personas.ts'
import type { ServiceFile } from '../world/services.ts'

/** How each outcome reads on a card, and its tone. */
const words: Readonly<Record<Outcome, readonly [text: string, tone: 'good' | 'gap' | 'bad']>> = {
  permit: ['goes through', 'good'],
  're-verify': ['verify again', 'gap'],
  'step-up': ['stronger login', 'gap'],
  're-authenticate': ['log in again', 'gap'],
  deny: ['refused', 'bad'],
  denied: ['said no', 'bad'],
  'timed-out': ['took too long', 'bad'],
  'not-possible': ['not possible', 'bad'],
  technical: ['technical fault', 'bad'],
}

/** Short enough to stand on one line with the outcome; a service without a short name is called by its own. */
const shortNames: Readonly<Record<string, string>> = {
  benefits: 'Benefits',
  clinic: 'Clinic',
  'omera-bank': 'Bank',
  'sim-registration': 'SIM',
  visa: 'Visa',
}

const actName = (act: string): string => act.replaceAll('-', ' ')

const expectation = (name: string, outcome: Outcome): Markup => {
  const [text, tone] = words[outcome]
  return html`<div><dt>${name}</dt><dd class="${tone}">${text}</dd></div>`
}

const expectations = (persona: Persona, services: readonly ServiceFile[]): readonly Markup[] =>
  services.flatMap((service) =>
    service.acts.flatMap((act) => {
      const outcome = persona.expects[`${service.id}/${act}`]
      return outcome === undefined
        ? []
        : [expectation(`${shortNames[service.id] ?? service.name['en'] ?? service.id}: ${actName(act)}`, outcome)]
    }),
  )

/** One person: who, how to log in, and how each act will end. */
export const personaCard = (
  persona: Persona,
  services: readonly ServiceFile[],
): Markup => html`<li class="card" data-testid="persona-${persona.key}">
<h3>${persona.title}</h3>
<p>${persona.description}</p>
<dl class="expect">${expectations(persona, services)}</dl>
<p class="login"><span class="number">No. ${persona.identity.individualId}</span> ${persona.howToLogIn}</p>
</li>`
