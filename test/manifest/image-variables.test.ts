import { imageVariables } from '../../src/manifest/image-variables';

test.each([
  ['rabbitmq:3.8-management', 1],
  ['rabbitmq:3.9', 2],
  ['rabbitmq', 2],
  ['apache/kafka:3.9.0', 1],
  ['apache/kafka:4.0.0', 2],
  ['bitnamilegacy/kafka:4.0.0', 0],
  ['quay.io/keycloak/keycloak:16.1.1', 0],
  ['quay.io/keycloak/keycloak:v26.0', 1],
  ['dpage/pgadmin4:6.21', 1],
  ['dpage/pgadmin4:8.11', 2],
  ['docker.io/library/postgres:17@sha256:0', 1],
  ['bitnamilegacy/postgresql:17', 0],
  ['registry.example.com/postgres:17', 0],
])('%s has %i rows', (image, rows) => {
  const found = imageVariables(image);

  expect(found).toHaveLength(rows);
});

test('a variable that an image does not take has an advice of what to write', () => {
  const [{ refused }] = imageVariables('rabbitmq:4.0');

  expect(refused!.RABBITMQ_VM_MEMORY_HIGH_WATERMARK).toBe('remove it, and write it in a file below /etc/rabbitmq/conf.d');
});
