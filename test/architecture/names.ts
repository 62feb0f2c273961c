/** Written by hand for people who look for them by these names, or fixed by a tool. */
const customary = /^(README|CHANGELOG|CONTRIBUTING|SECURITY|CODE_OF_CONDUCT|LICENSE|NOTICE)(\.md)?$/

const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/

/** A room with such a name is where lines go that have not found theirs. */
const noRoom = /(^|-)(utils?|common|commons|helpers?|managers?|misc)$/

/** What is wrong with the names in a path, if anything. */
export const wrongNames = (file: string): readonly string[] => {
  const parts = file.split('/')
  return [
    ...parts
      .filter((part) => !kebab.test(part) && !customary.test(part))
      .map((part) => `${file}: ${part} is not kebab-case`),
    ...parts
      .map((part) => part.split('.')[0] ?? '')
      .filter((stem) => noRoom.test(stem))
      .map((stem) => `${file}: nothing belongs into ${stem}`),
  ]
}
