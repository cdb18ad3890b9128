// Apps
export * from './stateful-app';
export * from './stateless-app';
export * from './node-agent';
export * from './task';
export * from './headless-service';
export * from './namespace';

// What the props of apps are made of
export * from './app';
export * from './pod/pod-options';
export * from './pod/named-port';
export * from './pod/placement';
export * from './health-check';
export * from './spread';
export * from './update-strategy';
export * from './claim-retention';
export * from './client-service';
export * from './autoscaling';
export * from './network-peer';

// Storage
export * from './storage/storage';
