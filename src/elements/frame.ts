import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Result} from '../kpi/result.js';
import type {Format} from '../view/format.js';
import type {LeftOut} from '../view/left-out.js';
import type {TableView} from '../view/table.js';
import type {KpiState} from './kpi-element.js';
import {errorText} from './error-text.js';
import {tableTemplate} from './table.js';

/** What every view has for the frame around it. */
export interface FrameView {
  readonly result: Result;
  readonly heading: string;
  readonly subtitle: string;
  readonly leftOut?: LeftOut;
  /** The chart's figures as a table; a leaderboard is one. */
  readonly table?: TableView;
}

export interface FrameInput<View extends FrameView> {
  readonly state: KpiState;
  readonly view: View | undefined;
  readonly mistake: unknown;
  readonly error: unknown;
  readonly loadedAt: number;
  readonly isLoading: boolean;
  readonly hasInput: boolean;
  readonly isTable: boolean;
  readonly heading: string | undefined;
  readonly format: Format;
  readonly draw: (view: View) => TemplateResult;
  readonly skeleton: () => TemplateResult;
  readonly toggleTable: () => void;
  readonly retry: () => void;
  readonly readInline: () => void;
}

/** Heading, small print and states around the body of an element; the states keep its shape. */
export function frame<View extends FrameView>(input: FrameInput<View>): TemplateResult {
  const {state, view, isLoading, format, readInline} = input;
  const {text} = format;
  const isBusy = isLoading && view !== undefined;
  return html`
    <section class="frame ${isBusy ? 'busy' : ''}" part="frame" aria-labelledby="heading" aria-busy=${isLoading ? 'true' : 'false'}>
      <h3 id="heading" part="heading">
        <slot name="heading">${view?.heading ?? input.heading ?? (state === 'loading' ? text.loading : text.noSource)}</slot>
      </h3>
      ${view && state !== 'empty' ? ready(view, input) : html`<div class="body">${absent(input)}</div>`}
      <slot @slotchange=${readInline}></slot>
    </section>
  `;
}

function ready<View extends FrameView>(
  view: View,
  {isTable, format, draw, toggleTable, error, loadedAt, retry}: FrameInput<View>
): TemplateResult {
  const {text} = format;
  const label = isTable ? text.asChart : text.asTable;
  return html`
    ${
      view.table
        ? html`<button
            class="toggle"
            part="table-toggle"
            aria-pressed=${isTable}
            aria-label=${text.asTable}
            title=${label}
            @click=${toggleTable}
          >
            ${icon}
          </button>`
        : nothing
    }
    <p class="small" part="subtitle">${view.subtitle}</p>
    <div class="body">${isTable && view.table ? tableTemplate(view.table) : draw(view)}</div>
    <div class="notes" part="notes">
      ${error === undefined ? nothing : stale(error, loadedAt, format, retry)} ${view.leftOut ? leftOutTemplate(view.leftOut) : nothing}
    </div>
  `;
}

/** Four rows of two cells: a table, at any size. */
const icon = html`<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
  <path d="M1.5 2.5h11v9h-11zM1.5 5.5h11M1.5 8.5h11M6 5.5v6" fill="none" stroke="currentColor" />
</svg>`;

function leftOutTemplate({text, lines}: LeftOut): TemplateResult {
  return lines.length === 0
    ? html`<p part="left-out">${text}</p>`
    : html`<details part="left-out">
        <summary>${text}</summary>
        <ul>
          ${lines.map((line) => html`<li><bdi>${line}</bdi></li>`)}
        </ul>
      </details>`;
}

function stale(error: unknown, loadedAt: number, format: Format, retry: () => void): TemplateResult {
  const {title} = errorText(error, format);
  const time = new Intl.DateTimeFormat(format.language, {dateStyle: 'medium', timeStyle: 'short'}).format(loadedAt);
  return html`<div role="status" part="stale">
    <span class="warn">${format.text.stale(time)}.</span> ${title}. <button part="retry" @click=${retry}>${format.text.retry}</button>
  </div>`;
}

/** In place of a view: loading, empty, not set up, or an error with its cause and what to do. */
function absent<View extends FrameView>({state, mistake, error, hasInput, format, skeleton, retry}: FrameInput<View>): TemplateResult {
  const {text} = format;
  if (state === 'loading') {
    return html`<div class="skeleton" part="skeleton" aria-hidden="true">${skeleton()}</div>
      <p class="patience" role="status">${text.stillLoading}</p>`;
  }
  if (state === 'empty') {
    return hasInput ? message(text.empty, text.emptyHint) : message(text.noSource, text.noSourceHint);
  }
  if (mistake !== undefined) return message(text.configuration, text.configurationHint);
  const {title, hint} = errorText(error, format);
  return message(title, hint, html`<button part="retry" @click=${retry}>${text.retry}</button>`);
}

function message(title: string, hint: string, action: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="message" role="status" part="message"><strong>${title}</strong><span class="small">${hint}</span>${action}</div>`;
}
