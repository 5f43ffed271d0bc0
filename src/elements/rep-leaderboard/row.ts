import {html, nothing, type TemplateResult} from 'lit';
import {rankBar} from '../../marks/rank-bar.js';
import type {Format} from '../../view/format.js';
import type {SortKey, Tag} from '../../view/leaderboard-columns.js';
import type {LeaderboardRow} from '../../view/leaderboard-row.js';
import {classOf, partOf} from './head.js';

/** What the rows of a board have in common. */
export interface Board {
  readonly text: Format['text'];
  readonly isRtl: boolean;
  readonly value: SortKey;
  readonly columns: readonly SortKey[];
  readonly sort: SortKey;
  /** Whose name Tab comes to. */
  readonly stop: string | undefined;
  /** Whether it is chosen; undefined where nothing can stay chosen. */
  readonly isChosen: (id: string) => boolean | undefined;
  readonly choose: (id: string, name: string) => void;
  /** The picture at an address. */
  readonly picture: (address: string | undefined) => unknown;
}

/** Bar and note stand twice: in a column of their own and, where there is no room for one, below the name. */
export function rowTemplate(row: LeaderboardRow, board: Board): TemplateResult {
  const {kind, id, name, isMasked, place, isTie, share, pace, value, short, full, cells, note, isWarning, title} = row;
  const {text, columns, sort} = board;
  const bar =
    share !== undefined
      ? html`<svg aria-hidden="true">${rankBar(share, pace, board.isRtl)}</svg>`
      : note && html`<span class="small ${isWarning ? 'warn' : ''}" part="note">${note}</span>`;
  const isChosen = id !== undefined && board.isChosen(id);
  return html`<tr
    class="${kind} ${row.isMe ? 'me' : ''} ${isChosen ? 'chosen' : ''}"
    part=${id === undefined ? kind : isChosen ? 'row chosen' : 'row'}
    data-id=${id ?? nothing}
    title=${title}
    @click=${id === undefined || isMasked ? nothing : () => board.choose(id, name)}
  >
    <td part="place">${place}${isTie ? html`<span class="spoken">, ${text.tie}</span>` : nothing}</td>
    ${nameCell(row, board, isChosen, bar)}
    <td class="bar" part="bar">${bar}</td>
    <td class=${classOf(board.value, board.value === sort)} part="value">
      <span class="value" aria-hidden="true">${value}</span><span class="short" aria-hidden="true">${short}</span
      ><span class="spoken">${full}</span>
    </td>
    ${columns.map((column, index) => html`<td class=${classOf(column, column === sort)}>${tagTemplate(partOf(column), cells[index])}</td>`)}
  </tr>`;
}

/** Initials or a picture, the name, which is a button where it can be chosen, and what else there is to know of whose it is. */
function nameCell(
  {id, name, initials, avatar, isMe, isMasked, tag}: LeaderboardRow,
  {text, picture, stop}: Board,
  isChosen: boolean | undefined,
  bar: unknown
): TemplateResult {
  return html`<th class="member" scope="row">
    <span class="who">
      <span class="disc" aria-hidden="true">${initials}${picture(avatar)}</span>
      ${
        id === undefined || isMasked
          ? html`<bdi>${name}</bdi>`
          : html`<button part="name" tabindex=${id === stop ? 0 : -1} aria-pressed=${isChosen ?? nothing}><bdi>${name}</bdi></button>`
      }
      ${isMe ? html`<span class="small" part="me">${text.you}</span>` : nothing} ${tagTemplate('move', tag)}
    </span>
    <span class="below">${bar}</span>
  </th>`;
}

function tagTemplate(part: string, tag: Tag | undefined): TemplateResult | typeof nothing {
  return tag
    ? html`<span class=${tag.tone} part=${part}
        ><span aria-hidden="true">${tag.text}</span><span class="spoken">${tag.spoken ?? tag.text}</span></span
      >`
    : nothing;
}
