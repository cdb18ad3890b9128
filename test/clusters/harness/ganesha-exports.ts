/** What each option of `/etc/exports` is called in ganesha's configuration; nothing where ganesha always does so. */
const OPTIONS: { readonly [option: string]: string } = {
  rw: 'Access_Type = RW;',
  ro: 'Access_Type = RO;',
  // Ganesha answers a COMMIT when the files are on the disk, and knows no `async`.
  sync: '',
  // Ganesha never looks whether a file is below the folder that is exported.
  no_subtree_check: '',
  root_squash: 'Squash = root_squash;',
  no_root_squash: 'Squash = no_root_squash;',
};

/**
 * What `/etc/exports` means unless it says otherwise: requests of the user, from a port that only root
 * may use; root is 65534. Ganesha's own defaults are any port, and 4294967294 for root.
 */
const DEFAULTS = 'SecType = sys; PrivilegedPort = true; Anonymous_uid = 65534; Anonymous_gid = 65534;';

/** Exports of nfs-ganesha that mean what lines of `/etc/exports` mean, by NFS 4 over TCP. */
export function ganeshaExports(lines: readonly string[]): string {
  return lines.map((line, index) => {
    const [, path, clients] = /^(\/\S+) (.+)$/.exec(line) ?? [];
    if (!path) { throw new Error(`no line of /etc/exports as they are here: ${line}`); }
    return `EXPORT {
  Export_Id = ${index + 1}; Path = ${path}; Pseudo = ${path}; Protocols = 4; Transports = TCP; FSAL { Name = VFS; }
  Access_Type = None; ${DEFAULTS}
${clients.split(' ').map(clientBlock).join('\n')}
}`;
  }).join('\n');
}

function clientBlock(client: string): string {
  const [, address, options] = /^([^()]+)\(([^()]+)\)$/.exec(client) ?? [];
  if (!address) { throw new Error(`no client with its options: ${client}`); }
  const translated = options.split(',').map(option => {
    if (!(option in OPTIONS)) { throw new Error(`what '${option}' is called in ganesha's configuration is not known`); }
    return OPTIONS[option];
  });
  return `  CLIENT { Clients = ${address}; Protocols = 4; ${translated.filter(Boolean).join(' ')} }`;
}
