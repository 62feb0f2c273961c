/** Does it so many times, each after the other has ended. */
export const inTurn = async <Value>(times: number, deed: () => Promise<Value>): Promise<readonly Value[]> => {
  const done: Value[] = []
  while (done.length < times) done.push(await deed())
  return done
}
