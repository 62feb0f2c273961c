import { aHouse, beginLogin, comeBack, type House } from '../support/house.ts'

/** A house in which one person logged in at the bank, as its back end knows it. */
export const aHouseWithSomebody = async (
  wish: Parameters<typeof beginLogin>[1] = {},
  prepare?: (house: House) => void,
) => {
  const house = aHouse()
  prepare?.(house)
  const end = await comeBack(house, await beginLogin(house, wish))
  if (!end.ok) throw new Error(`the login did not end: ${end.refusal.refusal.code}`)
  const subject = [...house.store.sessions.values()][0]?.subject ?? ''
  const asked = { service: wish.service ?? 'omera-bank', subject, act: 'open-account', traceId: 'trace-9' }
  return { house, subject, asked }
}
