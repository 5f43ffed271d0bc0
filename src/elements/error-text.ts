import type {Format} from '../view/format.js';
import {SourceError} from '../source/source-error.js';

/** An error in the reader's words: the cause, what to do, and what only those who look after the page need. */
export function errorText(error: unknown, {text, count, language}: Format): [title: string, hint: string, detail?: string] {
  if (!(error instanceof SourceError)) return [text.configuration, text.configurationHint];
  const {code, status = 0, url, problem, bytes = 0, rows = problem?.rows, retryAt} = error;
  const time = () => new Intl.DateTimeFormat(language, {timeStyle: 'short'}).format(retryAt);
  const titles: Partial<Record<typeof code, () => string>> = {
    stalled: () => text.stoppedAfter(count(Math.ceil(bytes / 1000))),
    'too-large': () => text.largerThan(count(bytes / 1_000_000)),
    limited: () => (retryAt ? text.limitedUntil(time()) : text.errors.limited[0])
  };
  const at = problem?.line ?? problem?.byte;
  // Before all words are here there are those of one.
  const [title, usual = ''] = (text.errors as Partial<typeof text.errors>)[code] ?? text.errors.unreachable;
  const hint = rows
    ? text.rowCount(count(rows[0]), count(rows[1]))
    : problem
      ? // That of a count has rows.
        text.problems[problem.code as keyof typeof text.problems](
          at === undefined ? '' : count(at),
          (problem.seen ?? []).join(', '),
          problem.column ?? ''
        )
      : code === 'cors'
        ? text.allow(location.origin)
        : url.startsWith('file:')
          ? text.fromDisk
          : usual;
  return [
    titles[code]?.() ?? title,
    hint,
    [status >= 300 && `HTTP ${status}`, url.replace(location.origin, '')].filter(Boolean).join(' · ')
  ];
}
