import { describeDatabase } from './describe-database';
import { postgresqlEngine } from './postgresql-engine';

describeDatabase(postgresqlEngine('pooler', 'pooler'), false);
