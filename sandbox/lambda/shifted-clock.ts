/**
 * Makes every clock reading of this thread that much later: `Date`, and with it all that is built on it. Timers and
 * `performance.now()` go on as they are, as when somebody sets the clock of a machine.
 */
export const shiftClock = (ahead: Float64Array): void => {
  const RealDate = Date
  const now = (): number => RealDate.now() + (ahead[0] ?? 0)
  const ShiftedDate = new Proxy(RealDate, {
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, member) => (member === 'now' ? now : Reflect.get(target, member)),
  })
  globalThis.Date = ShiftedDate
}
