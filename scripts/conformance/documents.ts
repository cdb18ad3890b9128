// Writes the documents of a running API server: `tsx scripts/conformance/documents.ts 1.36 FOLDER`, for `npm run api-model -- --served 1.36.3=FOLDER`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, inFlight } from './client';
import { ApiServer } from './server';

/** A file for each group and version that the server has. */
export async function writeDocuments(client: Pick<Client, 'get'>, folder: string): Promise<number> {
  const { paths } = (await client.get('/openapi/v3')).body as { paths: Record<string, { serverRelativeURL: string }> };
  mkdirSync(folder, { recursive: true });
  const all = Object.entries(paths);
  await inFlight(all, async ([path, { serverRelativeURL }]) => {
    const { body } = await client.get(serverRelativeURL);
    writeFileSync(join(folder, `${path.replace(/\//g, '__')}_openapi.json`), JSON.stringify(body));
  });
  return all.length;
}

async function main([minor, folder]: string[]): Promise<void> {
  const server = new ApiServer(minor);
  try {
    console.log(`${await writeDocuments(await server.up(), folder)} documents`);
  } finally {
    await server.down();
  }
}

if (require.main === module) {
  main(process.argv.slice(2)).catch(error => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
