import { describeDatabase } from './describe-database';
import { redisEngine } from './redis-engine';

describeDatabase(redisEngine('redis'), true);
