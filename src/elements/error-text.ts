import type {DataProblem} from '../dataset/dataset.js';
import type {Format} from '../view/format.js';
import {SourceError} from '../source/source-error.js';

/** An error in the reader's words: the cause and what to do. */
export function errorText(error: unknown, format: Format): {title: string; hint: string} {
  const {text} = format;
  if (!(error instanceof SourceError)) return {title: text.configuration, hint: text.configurationHint};
  const [title = '', hint = ''] = text.errors[error.code];
  return {
    title,
    hint: [error.problem ? problemText(error.problem, format) : hint, error.status ? `HTTP ${error.status}` : '', error.url]
      .filter(Boolean)
      .join(' · ')
  };
}

function problemText({code, line, byte, seen, column}: DataProblem, {text, count}: Format): string {
  const at = line ?? byte;
  return text.problems[code](at === undefined ? '' : count(at), (seen ?? []).join(', '), column ?? '');
}
