// Storage
export * from './storage/storage';
