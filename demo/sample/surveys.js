// @ts-check
import {dateText, monthOf, monthStart, quarterText, range} from './calendar.js';
import {firstDay, lastDay} from './company.js';
import {random} from './random.js';
import {reps} from './reps.js';

const {chance, along, whole} = random('surveys');

/** Staff answer twice a quarter's survey: would they recommend the company (0-10), are they content (1-5). Answers carry a number, not a rep. */
export function surveyRows() {
  const waves = range(monthOf(firstDay), monthOf(lastDay) + 1).filter((month) => month % 3 === 1 && monthStart(month) > firstDay);
  return waves.flatMap(wave).map((answer, index) => ({id: `e${1001 + index}`, ...answer}));
}

/** In the second week of each quarter's middle month. @param {number} month */
function wave(month) {
  const opens = monthStart(month) + 8;
  // The respondents' numbers follow the staff list backwards, so that no number names its rep.
  const asked = reps.filter(({from, to}) => from < opens && (to === null || to > opens));
  return asked.flatMap(({id, team}) => {
    if (chance(0.18)) return [];
    const who = {respondentId: `n${126 - parseInt(id.slice(1), 10)}`, team: chance(0.02) ? null : team, wave: quarterText(month)};
    const on = opens + whole(0, 9);
    const answers = [answer('enps', 0, on), answer('csat', 1, on)];
    // Somebody thinks again some days later; the last answer counts.
    if (chance(0.02)) answers.push(answer('enps', 0, Math.min(on + 4, lastDay)));
    return answers.map((given) => ({...who, ...given}));
  });
}

/** @param {'enps' | 'csat'} question @param {number} least @param {number} on */
function answer(question, least, on) {
  const score = question === 'enps' ? along([2, 6, 7, 8, 8.6, 9.4, 10.4]) : along([1.6, 3, 3.6, 4, 4.4, 5.4]);
  return {question, score: Math.round(score), scaleMin: least, scaleMax: question === 'enps' ? 10 : 5, respondedAt: dateText(on)};
}
