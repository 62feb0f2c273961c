import { expect, test } from 'vitest'
import { openapiHandler } from '../../../functions/openapi/handler.ts'
import { openApi } from '../../../shared/adapters/http/openapi.ts'
import { anEvent, bodyOf, expectGuarded, listening } from '../asking.ts'

test('the description is that of the doors, at the address of this stage', async () => {
  const { log, said } = listening()
  const answer = await openapiHandler({ publicUrl: 'https://api.example', log })(anEvent())
  expect(answer.statusCode).toBe(200)
  expectGuarded(answer, 'public, max-age=300')
  expect(bodyOf(answer)).toEqual(JSON.parse(JSON.stringify(openApi('https://api.example'))))
  expect(said).toEqual([{ code: 'interface-described' }])
})
