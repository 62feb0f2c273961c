import { anything, type KnownType, tags } from './shape.ts'

/** What watches a deployment. Nobody is woken up by a practice world, but the names must resolve. */
export const watching: Readonly<Record<string, KnownType>> = {
  'AWS::Logs::LogGroup': {
    properties: {
      LogGroupName: anything,
      RetentionInDays: anything,
      KmsKeyId: anything,
      LogGroupClass: anything,
      DataProtectionPolicy: anything,
      Tags: tags,
    },
    attributes: ['Arn'],
    here: { nothing: 'log lines go to .practice/logs and die with the world; retention has nothing to keep' },
  },
  'AWS::CloudWatch::Alarm': {
    properties: {
      AlarmName: anything,
      AlarmDescription: anything,
      ActionsEnabled: anything,
      AlarmActions: anything,
      OKActions: anything,
      InsufficientDataActions: anything,
      ComparisonOperator: anything,
      DatapointsToAlarm: anything,
      Dimensions: anything,
      EvaluationPeriods: anything,
      ExtendedStatistic: anything,
      MetricName: anything,
      Metrics: anything,
      Namespace: anything,
      Period: anything,
      Statistic: anything,
      Threshold: anything,
      TreatMissingData: anything,
      Unit: anything,
      Tags: tags,
    },
    attributes: ['Arn'],
    here: {
      nothing: 'there are no metrics to watch; the counters and logs of the start page show what an alarm would',
    },
  },
  'AWS::Logs::MetricFilter': {
    properties: {
      FilterName: anything,
      FilterPattern: anything,
      LogGroupName: anything,
      MetricTransformations: anything,
    },
    attributes: [],
    here: { nothing: 'it makes metrics of log lines, and there are no metrics here' },
  },
  'AWS::CloudWatch::Dashboard': {
    properties: { DashboardName: anything, DashboardBody: anything },
    attributes: [],
    here: { nothing: 'the start page is the dashboard' },
  },
}
