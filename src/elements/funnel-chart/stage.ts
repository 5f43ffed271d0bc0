import {html, nothing, type TemplateResult} from 'lit';
import {funnelBar} from '../../marks/funnel-bars.js';
import type {FunnelStageView} from '../../view/funnel-stage.js';

/** How a stage stands among the others, and what becomes of it when it is pointed at, focused or pressed. */
export interface StageState {
  readonly isActive: boolean;
  /** Undefined where nothing can stay chosen. */
  readonly isChosen: boolean | undefined;
  /** Tab comes to it. */
  readonly isStop: boolean;
  readonly isLast: boolean;
  readonly point: () => void;
  readonly focus: () => void;
  readonly choose: () => void;
}

/** A stage as one button: its name, its bar with the count, and what goes on from it, or at the last how much of all came there. */
export function stageTemplate(
  {label, count, share, parts, earlier, step, time}: FunnelStageView,
  {isActive, isChosen, isStop, isLast, point, focus, choose}: StageState
): TemplateResult {
  const press = (event: Event) => {
    // Safari focuses no button that is tapped; the focus keeps its numbers shown.
    (event.currentTarget as HTMLElement).focus();
    choose();
  };
  return html`<button
    class="stage ${isActive ? 'on' : ''} ${isChosen ? 'chosen' : ''}"
    part=${isChosen ? 'stage chosen' : 'stage'}
    aria-pressed=${isChosen ?? nothing}
    tabindex=${isStop ? 0 : -1}
    @click=${press}
    @focus=${focus}
    @pointerenter=${point}
  >
    <span class="label" part="label" title=${label}><bdi>${label}</bdi></span>
    <span class="track">${funnelBar(share, parts, earlier)}<b class="count" part="count">${count}</b></span>
    <span class=${isLast ? 'step overall' : 'step muted'}>
      <span part="step">${step}</span>
      ${time && html`<span class="time muted" part="time"><bdi>${time}</bdi></span>`}
    </span>
  </button>`;
}
