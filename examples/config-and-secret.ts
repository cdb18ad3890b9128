// Configuration from files, plain values, a ConfigMap, a Secret and the pod itself.
import { App, Chart } from 'cdk8s';
import { ConfigMap, EnvFieldPaths, EnvValue, Secret } from 'cdk8s-plus-27';
import { StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'config-and-secret');

const settings = new ConfigMap(chart, 'settings', { metadata: { name: 'settings' }, data: { COLOUR: 'blue' } });
const login = new Secret(chart, 'login', { metadata: { name: 'login' }, stringData: { user: 'reader', password: 'only-an-example' } });

new StatefulApp(chart, 'printer', {
  image: 'busybox:1.36.1',
  command: ['sh', '-c', '/etc/printer/run.sh'],
  files: [{ path: '/etc/printer/run.sh', content: '#!/bin/sh\nenv\nls /etc/login\nexec sleep 1000000\n', executable: true }],
  secretFiles: [{ secretName: login.name, mountPath: '/etc/login' }],
  env: { LOG_LEVEL: 'info' },
  envFrom: [{ configMapName: settings.name }],
  envValues: {
    PASSWORD: EnvValue.fromSecretValue({ secret: login, key: 'password' }),
    POD_NAME: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME),
  },
});

app.synth();
