/** `npm run upgrades -- 1.34 1.36`: upgrades a real API server, and says where upgrade-check says something else. */
import { upgradeCases } from './cases';
import { comparisons } from './compare';
import { summaryOf } from './summary';
import { upgradeWith } from './trial';

async function main([from, to]: string[]) {
  if (to === undefined) { throw new Error('name two minors: npm run upgrades -- 1.34 1.36'); }
  const all = comparisons(await upgradeWith(upgradeCases(to), from, to), from, to);
  for (const { given, question, server, tool, known, messages } of all.filter(one => one.server !== one.tool)) {
    console.log([`${given.name}, ${given.manifest.kind}: ${question}`, `  server: ${server || 'no'}`, `  upgrade-check: ${tool || 'no'}`, ...(known ? [known] : messages).map(text => `  ${text.slice(0, 300)}`)].join('\n'));
  }
  console.log(summaryOf(all, from, to));
}

main(process.argv.slice(2)).catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
