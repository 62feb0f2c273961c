import { CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2'
import { type App, Validations } from 'aws-cdk-lib/core'
import type { IConstruct } from 'constructs'

/** A rule of cdk-nag that we break on purpose: where, and why it is right. */
interface Acknowledgement {
  readonly id: string
  readonly where: (node: IConstruct) => boolean
  readonly reason: string
}

const acknowledgements: readonly Acknowledgement[] = [
  {
    id: 'AwsSolutions-APIG4',
    where: (node) => node instanceof CfnRoute,
    reason:
      'Browsers come to these doors before anybody knows who they are: login and callback are public by protocol (OIDC Core §3.1), ' +
      'keys and health carry no personal data, and session checks its own cookie, which API Gateway cannot.',
  },
]

/** Writes the reasons next to the resources; cheap, and the same in every run. */
export function acknowledge(app: App): void {
  for (const node of app.node.findAll()) {
    for (const { id, where, reason } of acknowledgements) {
      if (where(node)) Validations.of(node).acknowledge({ id, reason })
    }
  }
}
