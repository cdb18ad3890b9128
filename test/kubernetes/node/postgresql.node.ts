import { describeDatabase } from './describe-database';
import { postgresqlEngine } from './postgresql-engine';

describeDatabase(postgresqlEngine('postgresql', 'service'), false);
