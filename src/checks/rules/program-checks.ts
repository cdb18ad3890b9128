import { Check } from '../engine/check';
import { certificateWithoutTls } from './system/certificate-without-tls';
import { durationUnit } from './system/duration-unit';
import { gatewayWord } from './system/gateway-word';
import { instanceTarget } from './system/instance-target';
import { issuerKind } from './system/issuer-kind';
import { middlewareName } from './system/middleware-name';
import { misspeltIngressAnnotation } from './system/misspelt-ingress-annotation';
import { monitorNotChosen } from './system/monitor-not-chosen';
import { monitorSelectsPorts } from './system/monitor-selects-ports';
import { referenceElsewhere } from './system/reference-elsewhere';
import { retiredApi } from './system/retired-api';
import { unknownDeployerWord } from './system/unknown-deployer-word';

/** Those of the checks of the whole system that are about what programs beside Kubernetes read: operators, deployers, controllers of Ingresses and Gateways. */
export const PROGRAM_CHECKS: readonly Check[] = [
  certificateWithoutTls,
  durationUnit,
  gatewayWord,
  instanceTarget,
  issuerKind,
  middlewareName,
  misspeltIngressAnnotation,
  monitorNotChosen,
  monitorSelectsPorts,
  referenceElsewhere,
  retiredApi,
  unknownDeployerWord,
];
