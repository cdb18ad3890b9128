import { kernelNeedOf } from '../../src/manifest/kernel-needs';

test.each<[string, object, number | undefined]>([
  ['an image of the maker', { image: 'docker.elastic.co/elasticsearch/elasticsearch:8.15.3' }, 262144],
  ['OpenSearch', { image: 'opensearchproject/opensearch:2.18.0' }, 262144],
  ['an exporter', { image: 'quay.io/prometheuscommunity/elasticsearch-exporter:v1.8.0' }, undefined],
  ['told to do without', { image: 'elasticsearch:8.15.3', env: [{ name: 'node.store.allow_mmap', value: 'false' }] }, undefined],
])('%s', (_, container, least) => {
  expect(kernelNeedOf(container as any)?.least).toBe(least);
});
