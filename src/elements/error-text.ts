import type {Format} from '../view/format.js';
import {SourceError} from '../source/source-error.js';

/** An error in the reader's words: the cause, what to do, and what only those who look after the page need. */
export function errorText(error: unknown, {text, count}: Format): [title: string, hint: string, detail?: string] {
  if (!(error instanceof SourceError)) return [text.configuration, text.configurationHint];
  const {code, status = 0, url, problem} = error;
  const [title, hint] = text.errors[code];
  const at = problem?.line ?? problem?.byte;
  return [
    title,
    problem ? text.problems[problem.code](at === undefined ? '' : count(at), (problem.seen ?? []).join(', '), problem.column ?? '') : hint,
    [status >= 300 && `HTTP ${status}`, url.replace(location.origin, '')].filter(Boolean).join(' · ')
  ];
}
