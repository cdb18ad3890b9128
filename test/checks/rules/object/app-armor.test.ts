import { testRules, object, pod } from './rule-cases';

const profile = (fields: string) => pod(`securityContext: {appArmorProfile: {${fields}}}`);
const AT = '/spec/securityContext/appArmorProfile';
const annotated = (value: string, type: string) => object('{apiVersion: v1, kind: Pod, metadata: {name: web, annotations: ' +
  `{container.apparmor.security.beta.kubernetes.io/web: ${value}}}, spec: {containers: [{name: web, image: a:1, securityContext: {appArmorProfile: {${type}}}}]}}`);

testRules([
  ['a profile of the node', profile('type: Localhost, localhostProfile: a')],
  ['none is named', profile('type: Localhost'), `app-armor-profile ${AT}/localhostProfile`],
  ['an empty name is none', profile("type: Localhost, localhostProfile: ''"), `app-armor-profile ${AT}/localhostProfile`],
  ['spaces around it', profile("type: Localhost, localhostProfile: ' a'"), `app-armor-profile ${AT}/localhostProfile`],
  ['longer than a path', profile(`type: Localhost, localhostProfile: ${'a'.repeat(4096)}`), `app-armor-profile ${AT}/localhostProfile`],
  ['one with another type, even an empty one', profile("type: Unconfined, localhostProfile: ''"), `app-armor-profile ${AT}/localhostProfile`],
  ['an annotation that agrees', annotated('localhost/a', 'type: Localhost, localhostProfile: a')],
  ['one that does not', annotated('unconfined', 'type: RuntimeDefault'), 'app-armor-profile /spec/containers/0/securityContext/appArmorProfile'],
], '1.36');
