// Counts the files of a shared volume every night.
import { App, Chart, Duration, Size } from 'cdk8s';
import { RestartPolicy } from 'cdk8s-plus-27';
import { Task } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'cron-job');

new Task(chart, 'count-files', {
  image: 'busybox:1.36.1',
  command: ['sh', '-c', 'find /data | wc -l | tee -a /data/counts'],
  schedule: '0 3 * * *',
  timeZone: 'Etc/UTC',
  restartPolicy: RestartPolicy.ON_FAILURE,
  activeDeadline: Duration.hours(1),
  volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }],
});

app.synth();
