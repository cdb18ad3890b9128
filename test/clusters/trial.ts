import { Engine } from './engine';
import { Cluster } from './harness/cluster';
import { until } from './harness/command';
import { Writer } from './harness/writer';

export const FORM_SECONDS = 180;
const CATCH_UP_SECONDS = 120;
export const THREE = [0, 1, 2];

export const secondsSince = (moment: number) => (Date.now() - moment) / 1000;

/** One cluster of an engine and a client that writes to it, on which scenarios run one after the other. */
export class Trial {
  /** Of the scenario that opened it last. */
  public cluster!: Cluster;
  public writer!: Writer;

  constructor(public readonly engine: Engine) {}

  /** Starts from nothing. */
  public async open() {
    const { secrets, patience, volumeSize } = this.engine;
    this.cluster = new Cluster({ manifests: this.engine.chart(3), secrets, patience, volumeSize });
    this.writer = new Writer(key => this.engine.write(this.cluster, key));
    await this.cluster.open();
  }

  public async oneLeader(): Promise<number> {
    const { ordinal } = await until('there is one leader', FORM_SECONDS, async () => {
      const leaders = await this.engine.leaders(this.cluster);
      return leaders.length === 1 ? { ordinal: leaders[0] } : undefined;
    }, () => this.cluster.logs());
    return ordinal;
  }

  public async anotherLeads(leader: number): Promise<boolean> {
    return this.engine.allLead || await this.oneLeader() !== leader;
  }

  /** Every member comes to hold every acknowledged write. */
  public async nothingLost() {
    for (const ordinal of this.cluster.pods.keys()) {
      let lost: string[] = [];
      await until(`member ${ordinal} holds all acknowledged writes`, CATCH_UP_SECONDS, async () => {
        // What is acknowledged while the member is read need not be in what it reads.
        const acknowledged = [...this.writer.acknowledged.keys()];
        const keys = await this.engine.keysOf(this.cluster, ordinal);
        lost = keys ? acknowledged.filter(key => !keys.has(key)) : ['(no answer)'];
        return lost.length === 0;
      }, () => `lost or late: ${lost.length} of ${this.writer.acknowledged.size}, such as ${lost.slice(0, 5).join(', ')}\n${this.cluster.logs()}`);
    }
  }

  /** An unacknowledged write may have been kept or not, but by all or by none. */
  public async allAlike() {
    await until('all members hold the same', CATCH_UP_SECONDS, async () => {
      const keys = await Promise.all(THREE.map(ordinal => this.engine.keysOf(this.cluster, ordinal)));
      const held = keys.map((set, ordinal) => JSON.stringify([...set ?? [ordinal]].sort()));
      return new Set(held).size === 1;
    });
  }

  /** Takes members away, those with the highest ordinals first. */
  public async shrink(from: number, to: number) {
    if (!this.engine.beforeShrink) { return this.cluster.apply(this.engine.chart(to)); }
    for (let count = from; count > to; count--) {
      await this.engine.beforeShrink(this.cluster, count - 1);
      await this.cluster.apply(this.engine.chart(count - 1));
    }
  }

  public async writesGoOn(seconds: number) {
    const moment = Date.now();
    await until('writes are acknowledged again', seconds, () => this.writer.acknowledgedSince(moment), () => this.cluster.logs());
  }
}
