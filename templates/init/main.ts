import { App } from 'cdk8s';
import { Cache } from './cache';

const app = new App();
new Cache(app, 'cache');
app.synth();
