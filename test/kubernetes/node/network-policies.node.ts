import { describeApps } from './app-network';
import { NETWORK_IMAGE } from './network-pod';
import { describePresets } from './preset-network';
import { describeOnNodes } from './real-cluster';

describeOnNodes('NetworkPolicies', 1, [NETWORK_IMAGE], cluster => {
  describePresets(cluster);
  describeApps(cluster);
});
