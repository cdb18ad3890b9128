// A database that one app and one team may use, and that Prometheus may scrape.
import { App, Chart } from 'cdk8s';
import { DatabaseNetworkPolicy, MariaDbReplication, Namespace, NetworkPeer, StatelessApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'ledger', { namespace: 'ledger' });

new Namespace(chart, 'ledger');
const books = new StatelessApp(chart, 'books', { image: 'registry.example.com/books:2.3.1' });
new MariaDbReplication(chart, 'ledger-db', {
  metrics: true,
  networkPolicy: DatabaseNetworkPolicy.restricted({
    allowFrom: [NetworkPeer.app(books), NetworkPeer.namespaces({ team: 'reports' })],
    metricsFrom: [NetworkPeer.namespaces({ 'kubernetes.io/metadata.name': 'monitoring' }, { 'app.kubernetes.io/name': 'prometheus' })],
  }),
});

app.synth();
