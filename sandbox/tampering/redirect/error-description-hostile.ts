import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'

const describedAs = (description: string) =>
  redirect((address) => {
    address.searchParams.delete('code')
    address.searchParams.set('error', 'unknown_error')
    address.searchParams.set('error_description', description)
  })

export default defineLie({
  name: 'error-description-hostile',
  rows: ['A16'],
  says: 'the error is described with markup, line breaks, four kilobytes or letters that turn the line round',
  door: 'success-redirect',
  variants: {
    markup: describedAs('<img src=x onerror=alert(1)>'),
    'line breaks': describedAs('a\r\nset-cookie: a=b\r\n\r\n<b>hello'),
    '4 kB': describedAs('description '.repeat(340)),
    'right to left': describedAs('\u202egnihtemos \u2066hidden\u2069'),
    emoji: describedAs('🎉🎉🎉🎉🎉🎉🎉🎉'),
  },
  refusedAs: 'provider-error',
})
