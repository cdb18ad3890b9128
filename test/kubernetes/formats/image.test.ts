import { testTextFormat } from './format-cases';
import { IMAGE_REFERENCE } from '../../../src/kubernetes/formats/image';

const SHA256 = `sha256:${'0a'.repeat(32)}`;

testTextFormat('an image', IMAGE_REFERENCE,
  ['httpd', 'httpd:2.4.62', `registry:5000/a/b@${SHA256}`, `a/b:1@${SHA256}`, 'localhost/a', 'Registry.example.com/a__b/c-d.e:V1.2_3', '[::1]:5000/a'],
  ['', ' ', 'a b', 'Httpd:1', 'example.com/App:1', 'https://example.com/a:1', 'a:', 'a@', 'a:1+2', '$(REPO)/a:1', 'a@sha256:0a', `a@sha256:${'0A'.repeat(32)}`,
    '\u201chttpd:1\u201d', 'a//b', '-a', '0a'.repeat(32)]);

test.each([
  ['https://example.com/a:1', 'example.com/a:1'],
  ['\u201chttpd:2.4.62\u201d', 'httpd:2.4.62'],
  ['httpd:', 'httpd'],
  ['Httpd:2.4.62', 'httpd:2.4.62'],
  ['a:1+2', undefined],
])('the nearest image to %s', (image, expected) => {
  const nearest = IMAGE_REFERENCE.nearest!(image);

  expect(nearest).toBe(expected);
});
