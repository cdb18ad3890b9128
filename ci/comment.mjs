#!/usr/bin/env node
/**
 * Writes a report into a pull request of GitHub or a merge request of GitLab: one comment, which is replaced by the next run.
 *
 *   node comment.mjs report.md [picture.mmd]
 *
 * Text of the pull request is data here: it is never part of a command line or an address.
 *
 * @see https://docs.github.com/en/rest/issues/comments
 * @see https://docs.gitlab.com/api/notes/#merge-requests
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Characters that a comment may have, and a little less. */
const GITHUB_LIMIT = 65_000;
const GITLAB_LIMIT = 900_000;
/** GitHub shows no larger picture. */
const PICTURE_LIMIT = 45_000;
const MARKER = '<!-- cdk8s-stateful: what this change does -->';
const PAGES = 30;

/** The report with its picture, folded away, as long as there is room. */
function bodyOf([report, picture], limit) {
  const parts = [MARKER, readFileSync(report, 'utf8').trimEnd()];
  const drawn = picture !== undefined && existsSync(picture) ? readFileSync(picture, 'utf8').trimEnd() : '';
  const folded = `\n<details><summary>Picture of this change</summary>\n\n\`\`\`mermaid\n${drawn}\n\`\`\`\n\n</details>`;
  const isSafe = drawn !== '' && drawn.length <= PICTURE_LIMIT && !drawn.includes('```');
  if (isSafe && parts.join('\n').length + folded.length < limit) { parts.push(folded); }
  const body = `${parts.join('\n')}\n`;
  return body.length <= limit ? body : `${body.slice(0, body.lastIndexOf('\n', limit - 100))}\n\n_The rest is too long for a comment._\n`;
}

async function call(url, { headers, method = 'GET', body }) {
  const response = await fetch(url, {
    method, headers: { 'content-type': 'application/json', ...headers }, body: body && JSON.stringify(body), signal: AbortSignal.timeout(30_000),
  });
  const isRefused = response.status === 401 || response.status === 403;
  if (!response.ok && !isRefused) { throw new Error(`${method} ${url}: ${response.status} ${(await response.text()).slice(0, 300)}`); }
  return { isRefused, data: response.ok ? await response.json() : undefined };
}

/** Our comment among all; undefined if there is none yet. */
async function ownComment(list, headers, isOurs) {
  for (let page = 1; page <= PAGES; page += 1) {
    const { data, isRefused } = await call(`${list}?per_page=100&page=${page}`, { headers });
    if (isRefused) { return undefined; }
    const found = data.find(comment => String(comment.body).startsWith(MARKER) && isOurs(comment));
    if (found || data.length < 100) { return found; }
  }
  return undefined;
}

/** Writes it, unless it stands there already; false if the token may not. */
async function write({ list, one, headers, change, isOurs }, body) {
  const found = await ownComment(list, headers, isOurs);
  if (found?.body === body) { return true; }
  const { isRefused } = found ? await call(one(found.id), { headers, method: change, body: { body } }) : await call(list, { headers, method: 'POST', body: { body } });
  return !isRefused;
}

function number(value, name) {
  if (!/^[1-9]\d*$/.test(String(value))) { throw new Error(`${name} is no number: ${JSON.stringify(value)}`); }
  return String(value);
}

async function onGithub(files) {
  const { GITHUB_API_URL = 'https://api.github.com', GITHUB_REPOSITORY = '', GITHUB_EVENT_PATH, GITHUB_STEP_SUMMARY, GITHUB_TOKEN } = process.env;
  const body = bodyOf(files, GITHUB_LIMIT);
  if (GITHUB_STEP_SUMMARY) { appendFileSync(GITHUB_STEP_SUMMARY, body); }
  const { pull_request: pullRequest } = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8'));
  if (!pullRequest) { return 'this is no pull request: the report is in the summary of the run'; }
  if (!GITHUB_TOKEN) { return 'there is no token: the report is in the summary of the run'; }
  if (!/^[\w.-]+\/[\w.-]+$/.test(GITHUB_REPOSITORY)) { throw new Error(`GITHUB_REPOSITORY is no repository: ${JSON.stringify(GITHUB_REPOSITORY)}`); }
  const issues = `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/issues`;
  const isWritten = await write({
    list: `${issues}/${number(pullRequest.number, 'the pull request')}/comments`,
    one: id => `${issues}/comments/${number(id, 'the comment')}`,
    headers: { 'authorization': `Bearer ${GITHUB_TOKEN}`, 'accept': 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
    change: 'PATCH',
    isOurs: ({ user }) => user?.type === 'Bot',
  }, body);
  return isWritten ? 'the pull request has the report' : 'the token may not write, as in pull requests of forks: the report is in the summary of the run';
}

async function onGitlab(files) {
  const { CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID, CDK8S_STATEFUL_TOKEN } = process.env;
  if (!CI_MERGE_REQUEST_IID) { return 'this is no merge request: the report is among the artifacts'; }
  if (!CDK8S_STATEFUL_TOKEN) { return 'there is no CDK8S_STATEFUL_TOKEN: the report is among the artifacts'; }
  const notes = `${CI_API_V4_URL}/projects/${number(CI_PROJECT_ID, 'CI_PROJECT_ID')}/merge_requests/${number(CI_MERGE_REQUEST_IID, 'CI_MERGE_REQUEST_IID')}/notes`;
  const isWritten = await write({
    list: notes,
    one: id => `${notes}/${number(id, 'the note')}`,
    headers: { 'private-token': CDK8S_STATEFUL_TOKEN },
    change: 'PUT',
    isOurs: ({ system }) => system !== true,
  }, bodyOf(files, GITLAB_LIMIT));
  return isWritten ? 'the merge request has the report' : 'the token may not write: the report is among the artifacts';
}

try {
  const files = process.argv.slice(2);
  if (files.length === 0) { throw new Error('write: node comment.mjs report.md [picture.mmd]'); }
  const work = process.env.GITHUB_ACTIONS ? onGithub : process.env.GITLAB_CI ? onGitlab : undefined;
  if (!work) { throw new Error('neither GITHUB_ACTIONS nor GITLAB_CI is set: this runs in a pipeline'); }
  console.log(`cdk8s-stateful: ${await work(files)}`);
} catch (error) {
  console.error(`cdk8s-stateful: ${error.message}`);
  process.exitCode = 2;
}
