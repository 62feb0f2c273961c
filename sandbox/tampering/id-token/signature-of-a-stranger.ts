import { defineLie } from '../lie.ts'
import { idTokenAs } from '../tellings.ts'
import { encode, signAsStranger } from '../tools.ts'

export default defineLie({
  name: 'signature-of-a-stranger',
  rows: ['C01'],
  says: "the ID token is signed by somebody else, under eSignet's key id",
  door: 'token',
  variants: {
    stranger: idTokenAs(({ header, claims }, { strangers }) =>
      signAsStranger(strangers.strong().privateKey, header, JSON.stringify(claims)),
    ),
    'claims exchanged': idTokenAs(({ compact, claims }) => {
      const [header, , signature] = compact.split('.')
      return `${header}.${encode(JSON.stringify({ ...claims, sub: 'somebody-else' }))}.${signature}`
    }),
    'signature of the identity system': idTokenAs(({ header, claims }, { signAs }) =>
      signAs('identity-system', header, JSON.stringify(claims)),
    ),
    zeros: idTokenAs(({ compact }) => `${compact.split('.').slice(0, 2).join('.')}.${encode(new Uint8Array(256))}`),
  },
  refusedAs: 'signature-invalid',
})
