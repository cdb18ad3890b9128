// Computes pi once.
import { App, Chart } from 'cdk8s';
import { Task } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'job');

new Task(chart, 'pi', {
  image: 'perl:5.34.0',
  command: ['perl', '-Mbignum=bpi', '-wle', 'print bpi(2000)'],
  backoffLimit: 4,
});

app.synth();
