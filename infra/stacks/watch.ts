import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Duration, Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { functions, jobs } from '../../functions/index.ts'
import { accessLogGroup, doorName, pascalCase, resourceName } from '../names.ts'
import { keysOf } from '../records.ts'
import type { StageValues } from '../stages.ts'

export interface WatchProps {
  readonly stage: StageValues
  readonly apiId: string
}

const period = Duration.minutes(5)

/**
 * What must wake somebody. Stands apart from what it watches, so that it can be left out (an emulator knows no metric filters)
 * and never holds up a deployment. Alarms call the topic of `alarmTopicArn`; without one they only change colour.
 */
export class WatchStack extends Stack {
  readonly #stage: string
  readonly #action: IAlarmAction | undefined

  constructor(scope: Construct, id: string, { stage, apiId }: WatchProps) {
    super(scope, id, { stackName: resourceName(stage.name, 'watch'), description: 'Verify Once: alarms' })
    this.#stage = stage.name
    this.#action = stage.alarmTopicArn
      ? new SnsAction(Topic.fromTopicArn(this, 'Topic', stage.alarmTopicArn))
      : undefined
    this.#watchFunctions()
    this.#watchJobs()
    this.#watchApi(apiId)
  }

  /** Refusals are answers, not errors: a Lambda error is a crash, a timeout or a bug, so one is enough. */
  #watchFunctions(): void {
    const all = { ...functions, ...jobs }
    for (const name of keysOf(all)) {
      const dimensionsMap = { FunctionName: doorName(this.#stage, name) }
      const errors = new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Errors',
        dimensionsMap,
        statistic: 'Sum',
        period,
      })
      this.#alarm(`${name}-errors`, errors, 1, all[name].whenItFails)
    }
  }

  /** Nobody misses a job that is not called: its rule may be gone, or have been switched off. */
  #watchJobs(): void {
    for (const name of keysOf(jobs)) {
      const calls = new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Invocations',
        dimensionsMap: { FunctionName: doorName(this.#stage, name) },
        statistic: 'Sum',
        period: Duration.minutes(30),
      })
      this.#alarm(`${name}-silent`, calls, 1, `nobody calls it: ${jobs[name].whenItFails}`, {
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
      })
    }
  }

  #watchApi(apiId: string): void {
    const serverErrors = new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensionsMap: { ApiId: apiId },
      statistic: 'Sum',
      period,
    })
    this.#alarm('api-server-errors', serverErrors, 5, 'people get a technical error, whichever door it is')
    this.#alarm('api-throttled', this.#throttledRequests(), 10, 'people are turned away because too many ask at once')
  }

  /** HTTP APIs have no throttle metric (429 hides among 4xx), so it is counted from the access log. */
  #throttledRequests(): IMetric {
    const filter = new MetricFilter(this, 'Throttled', {
      logGroup: LogGroup.fromLogGroupName(this, 'AccessLog', accessLogGroup(this.#stage)),
      filterPattern: FilterPattern.stringValue('$.status', '=', '429'),
      metricNamespace: resourceName(this.#stage, 'api'),
      metricName: 'Throttled',
      metricValue: '1',
      defaultValue: 0,
    })
    return filter.metric({ statistic: 'Sum', period })
  }

  #alarm(
    name: string,
    metric: IMetric,
    threshold: number,
    whoIsHurt: string,
    otherwise: Pick<AlarmProps, 'comparisonOperator' | 'treatMissingData'> = {},
  ): void {
    const alarm = new Alarm(this, pascalCase(name), {
      alarmName: resourceName(this.#stage, name),
      alarmDescription: whoIsHurt,
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...otherwise,
    })
    if (this.#action !== undefined) alarm.addAlarmAction(this.#action)
  }
}
