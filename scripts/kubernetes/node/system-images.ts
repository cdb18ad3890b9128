import { PAUSE_IMAGE } from './containerd';
import { DNS_IMAGE } from './dns';
import { writeProgramImage } from './image';
import { GoModule } from '../go-module';

/** Images that every node needs, each an OCI layout, made once. */
export function systemImages(): string[] {
  const dns = new GoModule('dns');
  const coredns = dns.program({ name: 'coredns', package: '.' });
  const pause = new GoModule('pause');
  const program = pause.program({ name: 'pause', package: '.' });
  return [
    dns.file('coredns.oci', folder => writeProgramImage(folder, DNS_IMAGE, coredns, { Entrypoint: ['/coredns'] })),
    pause.file('pause.oci', folder => writeProgramImage(folder, PAUSE_IMAGE, program, { Entrypoint: ['/pause'], User: '65535:65535' })),
  ];
}
