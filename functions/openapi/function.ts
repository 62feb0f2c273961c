import { defineFunction } from '../../shared/wiring/define-function.ts'

export default defineFunction({
  route: 'GET /openapi.json',
  uses: [],
  whenItFails: 'developers and their tools cannot fetch the description of the interface; every other door goes on',
})
