import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Result} from '../kpi/result.js';
import {SourceError} from '../source/source-error.js';
import type {Format} from '../view/format.js';
import type {LeftOut} from '../view/left-out.js';
import type {TableView} from '../view/table.js';
import {errorText} from './error-text.js';
import type {KpiState} from './states.js';
import type {Menu} from './menu.js';
import type {Records} from './records.js';

/** What every view has for the frame around it. */
export interface FrameView {
  readonly result: Result;
  readonly heading: string;
  readonly subtitle: string;
  /** What the figures rest on. */
  readonly basis?: string;
  readonly leftOut?: LeftOut | undefined;
  /** The figures as a table, to look at and to export. */
  readonly table: TableView;
  /** Drawn as a table already. */
  readonly isTable?: boolean;
}

export interface FrameInput {
  readonly state: KpiState;
  /** Laid out when it comes near. */
  readonly isFar: boolean;
  /** Undefined until its language is here. */
  readonly heading: string | undefined;
  readonly view: FrameView | undefined;
  /** The view as drawn, or the shape of what comes. */
  readonly body: TemplateResult;
  readonly records: Records;
  /** Why there is no view, or why it is not refreshed. */
  readonly error: unknown;
  readonly format: Format;
  readonly menu: Menu;
  /** What is chosen in the group. */
  readonly chosen: unknown;
  readonly readInline: () => void;
}

/** Heading, small print and states around the body of an element; what loads keeps the room of what comes. */
export function frame(input: FrameInput): TemplateResult {
  const {state, isFar, heading, view, body, records, format, readInline} = input;
  const {text} = format;
  return html`
    <article class="frame ${isFar ? 'far' : ''}" part="frame" aria-labelledby="heading" aria-busy=${records.isLoading}>
      <h3 id="heading" part="heading"><slot name="heading">${heading ?? '\u00a0'}</slot></h3>
      ${
        view
          ? html`${input.menu.template(view, format)}
              <p class="small" part="subtitle">${view.subtitle}${input.chosen}</p>
              <div class="body">${body}</div>
              ${notes(view, input)}`
          : state === 'loading'
            ? html`<p class="small patience" role="status">
                  ${records.pause ? errorText(records.pause.error, format)[0] : text.stillLoading}
                </p>
                <div class="body skeleton" part="skeleton">${body}</div>`
            : message(input)
      }
      <slot hidden @slotchange=${readInline}></slot>
    </article>
  `;
}

function notes({basis, leftOut}: FrameView, {error, records, format}: FrameInput): TemplateResult | typeof nothing {
  const {text, language, count} = format;
  const lines = [
    ...(leftOut?.lines ?? []),
    ...(records.dataset?.notes ?? []).map(({code, count: lines = 0}) => text.notes[code](count(lines)))
  ];
  if (!basis && !leftOut && error === undefined && !lines.length) return nothing;
  const time = () => new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'}).format(records.loadedAt);
  const line = html`${basis ? html`<span part="basis">${basis}</span>` : nothing}${basis && leftOut ? ' · ' : nothing}${leftOut?.text ?? (basis ? nothing : text.aboutData)}`;
  return html`<div class="small notes" part="notes">
    ${
      error === undefined
        ? nothing
        : html`<p part="stale" role="status">
            <span class="warn">${text.stale(time())}.</span> ${errorText(error, format)[0]}. ${retry(records, format)}
          </p>`
    }
    ${
      lines.length > 0
        ? html`<details part="left-out">
            <summary><bdi>${line}</bdi></summary>
            <ul>
              ${lines.map((each) => html`<li><bdi>${each}</bdi></li>`)}
            </ul>
          </details>`
        : basis || leftOut
          ? html`<p>${line}</p>`
          : nothing
    }
  </div>`;
}

/** In place of a view: no rows, no source, or an error with its cause and what to do. */
function message({records, error, format}: FrameInput): TemplateResult {
  const {text} = format;
  const [title, hint, detail] =
    error !== undefined ? errorText(error, format) : records.dataset ? [text.empty, text.emptyHint] : [text.noSource, text.noSourceHint];
  return html`<div class="body message" part="message" role="status">
    <b>${title}</b>
    <p class="small">${hint}</p>
    ${detail ? html`<p class="small">${detail}</p>` : nothing} ${error instanceof SourceError ? retry(records, format) : nothing}
  </div>`;
}

function retry(records: Records, {text}: Format): TemplateResult {
  return html`<button part="retry" @click=${() => void records.load(true)}>${text.retry}</button>`;
}
