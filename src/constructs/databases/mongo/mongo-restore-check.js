// Has the server read every collection and its indexes. Runs in mongosh, which waits for each answer by itself.
const server = connect('mongodb://127.0.0.1:27017/admin?directConnection=true');

for (const { name } of server.adminCommand({ listDatabases: 1, nameOnly: true }).databases) {
  const database = server.getSiblingDB(name);
  for (const collection of database.getCollectionInfos({ type: 'collection' })) {
    const { valid, errors } = database.runCommand({ validate: collection.name, full: true });
    if (!valid) { throw new Error(`${name}.${collection.name} is damaged: ${errors.join('; ')}`); }
  }
}
