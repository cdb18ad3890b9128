// MariaDB, dumped every night to a volume that stays; every morning the newest dump is restored to a server of its own.
import { App, Chart, Size } from 'cdk8s';
import { Backup, MariaDbReplication, Namespace, RestoreCheck } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'invoices', { namespace: 'invoices' });

new Namespace(chart, 'invoices');
const database = new MariaDbReplication(chart, 'invoices-db', { size: Size.gibibytes(10) });

const backup = new Backup(chart, 'invoices-db-backup', { database, schedule: '0 3 * * *', timeZone: 'Europe/Berlin', keep: 14, size: Size.gibibytes(30) });
new RestoreCheck(chart, 'invoices-db-check', { backup, schedule: '0 6 * * *', timeZone: 'Europe/Berlin' });

app.synth();
