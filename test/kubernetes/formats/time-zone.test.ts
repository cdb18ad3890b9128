import { testTextFormat } from './format-cases';
import { TIME_ZONE } from '../../../src/kubernetes/formats/time-zone';

testTextFormat('a time zone', TIME_ZONE, ['Europe/Berlin', 'Etc/UTC', 'UTC', 'America/Argentina/Buenos_Aires'],
  ['', 'Berlin', 'Local', 'local', '+01:00', 'europe/berlin', '../etc/passwd', 'UTC ']);
