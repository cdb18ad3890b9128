import { mergedOrder } from '../../../src/kubernetes/api-server/merge-order';

const keys = (text: string) => text.split('');

test.each([
  ['the same items keep their order', 'ab', 'ab', 'ab'],
  ['another order of the manifest counts', 'ab', 'ba', 'ba'],
  ['what only the live list has stays where it is', 'axb', 'ab', 'axb'],
  ['what stands behind an item that moves to the end stays', 'axb', 'ba', 'xba'],
  ['what only the manifest has comes where it stands there', 'ab', 'anb', 'anb'],
  ['new items come behind those that only the live list has', 'xy', 'n', 'xyn'],
  ['an empty manifest changes nothing', 'ab', '', 'ab'],
  ['an empty live list takes all', '', 'ab', 'ab'],
])('%s', (_, live, given, order) => {
  expect(mergedOrder(keys(live), keys(given)).join('')).toBe(order);
});
