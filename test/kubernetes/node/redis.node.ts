import { describeDatabase } from './describe-database';
import { redisEngine } from './redis-engine';

// The scripts know what names end in: here it is not what it is elsewhere.
describeDatabase(redisEngine('redis', {}, 'shop.example'), true);
