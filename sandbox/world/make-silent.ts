import type { Maker, Place } from '../assembly/deploy.ts'
import { textOf } from '../assembly/json.ts'
import { generatedName } from './names.ts'

/** Things that do nothing here (`known/watching.ts` says why) still have a name and an ARN that others mention. */
export const logGroupMaker =
  ({ region, accountId }: Place): Maker =>
  (resource) => {
    const name = textOf(resource.properties['LogGroupName']) || generatedName(resource)
    return { ref: name, attributes: { Arn: `arn:aws:logs:${region}:${accountId}:log-group:${name}:*` } }
  }

export const alarmMaker =
  ({ region, accountId }: Place): Maker =>
  (resource) => {
    const name = textOf(resource.properties['AlarmName']) || generatedName(resource)
    return { ref: name, attributes: { Arn: `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}` } }
  }

export const silentMaker: Maker = (resource) => ({ ref: generatedName(resource), attributes: {} })
