import { run } from '../../src/cli/main';

// bin/cdk8s-stateful from source: what is in lib/ may be old.
void run();
