import { testRules, object, pod } from './rule-cases';

const profile = (fields: string) => pod(`securityContext: {appArmorProfile: {${fields}}}`);
const AT = '/spec/securityContext/appArmorProfile';
const annotated = (value: string, type: string) => object('{apiVersion: v1, kind: Pod, metadata: {name: web, annotations: ' +
  `{container.apparmor.security.beta.kubernetes.io/web: ${value}}}, spec: {containers: [{name: web, image: a:1, securityContext: {appArmorProfile: {${type}}}}]}}`);

const KEY = 'container.apparmor.security.beta.kubernetes.io/web';
const whole = (value: string, type: string) => `metadata: {labels: {a: b}, annotations: {${KEY}: '${value}'}}, spec: {securityContext: {appArmorProfile: {type: ${type}}}, containers: [{name: web, image: a:1}]}`;
const wholePod = (value: string, type: string) => object(`{apiVersion: v1, kind: Pod, ${whole(value, type)}}`);
const template = (value: string, type: string) => object(`{apiVersion: v1, kind: ReplicationController, metadata: {name: web}, spec: {template: {${whole(value, type)}}}}`);

testRules([
  ['a profile of the node', profile('type: Localhost, localhostProfile: a')],
  ['none is named', profile('type: Localhost'), `app-armor-profile ${AT}/localhostProfile`],
  ['an empty name is none', profile("type: Localhost, localhostProfile: ''"), `app-armor-profile ${AT}/localhostProfile`],
  ['spaces around it', profile("type: Localhost, localhostProfile: ' a'"), `app-armor-profile ${AT}/localhostProfile`],
  ['longer than a path', profile(`type: Localhost, localhostProfile: ${'a'.repeat(4096)}`), `app-armor-profile ${AT}/localhostProfile`],
  ['one with another type, even an empty one', profile("type: Unconfined, localhostProfile: ''"), `app-armor-profile ${AT}/localhostProfile`],
  ['an annotation that agrees', annotated('localhost/a', 'type: Localhost, localhostProfile: a')],
  ['one that does not', annotated('unconfined', 'type: RuntimeDefault'), 'app-armor-profile /spec/containers/0/securityContext/appArmorProfile'],
  ['a profile of the whole Pod, which the annotation takes the place of', wholePod('unconfined', 'RuntimeDefault')],
  ['an annotation without a profile', wholePod('localhost/', 'RuntimeDefault'), 'app-armor-profile /spec/containers/0/securityContext/appArmorProfile'],
  ['a template, where it does not', template('unconfined', 'RuntimeDefault'), 'app-armor-profile /spec/template/spec/containers/0/securityContext/appArmorProfile'],
  ['a template that agrees', template('unconfined', 'Unconfined')],
], '1.36');
