import { journeyArguments } from './journey/arguments.ts'
import { type Met, meetWorld } from './journey/meet-world.ts'
import { NoWorld } from './journey/observer.ts'
import { journeyHelp, tellJourney } from './journey/tell.ts'
import { Stranded, travel } from './journey/travel.ts'
import { ArgumentError } from './main/arguments.ts'
import { plainMessage } from './main/plain-message.ts'
import { quietSdk } from './main/quiet-sdk.ts'
import { personas } from './personas.ts'
import { readServiceFiles } from './world/services.ts'

/** `npm run journey`: 0 when it ended as the persona promises, 1 when not, 2 when the command line is wrong. */
const main = async (): Promise<number> => {
  const choices = {
    personas: personas(new Date()).map(({ key }) => key),
    services: new Map(readServiceFiles('services').map(({ id, acts }) => [id, acts])),
  }
  let met: Met | undefined
  try {
    const given = journeyArguments(process.argv.slice(2), choices)
    if (given.help) {
      console.log(journeyHelp(choices))
      return 0
    }
    // With --json the standard output belongs to the answer.
    met = await meetWorld(process.cwd(), given.url, console.error)
    const { verificationMetadata, encrypts } = met.world
    const persona = personas(new Date(), verificationMetadata, encrypts).find(({ key }) => key === given.persona)
    if (persona === undefined) throw new ArgumentError(`There is no persona "${given.persona}".`)
    const itinerary = { world: met.world, service: given.service, act: given.act, persona }
    const travelled = await travel(itinerary)
    const promised = persona.expects[`${given.service}/${given.act}`]
    const { outcome, subject, decision, claims, calls } = travelled
    console.log(
      given.json
        ? JSON.stringify({ outcome, subject, decision, claims, calls }, null, 2)
        : tellJourney(itinerary, travelled, promised),
    )
    return outcome === promised ? 0 : 1
  } catch (error) {
    const expected = error instanceof ArgumentError || error instanceof Stranded || error instanceof NoWorld
    console.error(expected ? error.message : plainMessage(error))
    return error instanceof ArgumentError ? 2 : 1
  } finally {
    await met?.leave()
  }
}

quietSdk(process.env)
process.exit(await main())
