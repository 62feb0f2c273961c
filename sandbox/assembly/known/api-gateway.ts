import { anything, type KnownType, list, object, oneOf, tags, text } from './shape.ts'

const throttle = object({
  ThrottlingBurstLimit: anything,
  ThrottlingRateLimit: anything,
  // A figure for dashboards; there is no dashboard here.
  DetailedMetricsEnabled: oneOf(true, false),
})

export const apiGateway: Readonly<Record<string, KnownType>> = {
  'AWS::ApiGatewayV2::Api': {
    properties: {
      Name: anything,
      Description: anything,
      ProtocolType: oneOf('HTTP'),
      DisableExecuteApiEndpoint: oneOf(false),
      CorsConfiguration: object({
        AllowCredentials: oneOf(true, false),
        AllowHeaders: list(anything),
        AllowMethods: list(anything),
        AllowOrigins: list(anything),
        ExposeHeaders: list(anything),
        MaxAge: anything,
      }),
      Tags: tags,
    },
    attributes: ['ApiEndpoint', 'ApiId'],
    here: 'acted-out',
  },
  'AWS::ApiGatewayV2::Integration': {
    properties: {
      ApiId: anything,
      Description: anything,
      IntegrationType: oneOf('AWS_PROXY'),
      IntegrationMethod: oneOf('POST'),
      IntegrationUri: anything,
      PayloadFormatVersion: oneOf('2.0'),
      TimeoutInMillis: anything,
    },
    attributes: [],
    here: 'acted-out',
  },
  'AWS::ApiGatewayV2::Route': {
    properties: {
      ApiId: anything,
      RouteKey: text(
        /^(\$default|(ANY|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/\S*)$/,
        '"METHOD /path" or "$default"',
      ),
      Target: anything,
      AuthorizationType: oneOf('NONE'),
    },
    attributes: ['RouteId'],
    here: 'acted-out',
  },
  'AWS::ApiGatewayV2::Stage': {
    properties: {
      ApiId: anything,
      StageName: oneOf('$default'),
      Description: anything,
      AutoDeploy: oneOf(true),
      AccessLogSettings: object({ DestinationArn: anything, Format: anything }),
      DefaultRouteSettings: throttle,
      RouteSettings: anything,
      Tags: tags,
    },
    attributes: [],
    here: 'acted-out',
  },
}
