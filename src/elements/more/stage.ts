import type {PictureOptions, Shown} from '../shown.js';
import {asOfText, joined} from '../../view/heading.js';

/** Widths to lay an element out at, in px: the narrowest whose height fits the slide makes the largest letters. */
const FIRST = 320;
const STEP = 1.1;
const STEPS = 24;

/**
 * Lays out what is drawn once more, unseen, in the proportion of a slide, and hands it to `read` before anything is painted. It is a copy of
 * the nodes, so its figures are those that are shown; it stands in the same shadow root, so its styles and tokens are the same.
 */
export function onStage<Result>(
  shown: Shown,
  {width = 1280, height = 720, scheme}: PictureOptions,
  read: (frame: HTMLElement, room: {width: number; height: number}) => Result
): Result {
  const {element} = shown;
  const frame = element.shadowRoot?.querySelector<HTMLElement>('.frame');
  if (!frame) throw new Error('nothing is drawn');
  const stage = document.createElement('div');
  const set = (node: HTMLElement, styles: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(styles)) node.style.setProperty(name, value);
  };
  set(stage, {position: 'fixed', inset: '0 auto auto 0', 'container-type': 'inline-size', opacity: '0', 'pointer-events': 'none'});
  if (scheme) set(stage, {'color-scheme': scheme});
  const copy = frame.cloneNode(true) as HTMLElement;
  for (const node of copy.querySelectorAll('.menu-button, .menu, .tools, dialog, .readout, .spoken, slot[hidden]')) node.remove();
  const [slot, given] = [copy.querySelector('slot'), frame.querySelector('slot')];
  const words = given?.assignedNodes().map((node) => node.textContent) ?? [];
  slot?.replaceWith(words.length > 0 ? words.join('') : slot.textContent);
  for (const node of copy.querySelectorAll<HTMLElement>('.table')) set(node, {overflow: 'visible', 'max-block-size': 'none'});
  for (const node of copy.querySelectorAll('summary')) set(node, {'list-style': 'none'});
  const print = document.createElement('p');
  print.className = 'small';
  print.textContent = smallPrint(shown, copy.textContent);
  set(print, {'padding-block-start': '8px'});
  copy.append(print);
  set(copy, {border: '0', 'border-radius': '0', 'font-size': '14px'});
  stage.append(copy);
  frame.after(stage);
  try {
    let room = {width: 0, height: 0};
    for (let step = 0; step < STEPS; step++) {
      const wide = Math.round(FIRST * STEP ** step);
      room = {width: wide, height: (wide * height) / width};
      set(copy, {'block-size': 'auto'});
      set(stage, {width: `${wide}px`, height: `${room.height}px`});
      if (copy.offsetHeight <= room.height) break;
    }
    set(copy, {'block-size': '100%'});
    return read(copy, room);
  } finally {
    stage.remove();
  }
}

/** What a slide must say for itself, and the heading does not: the day, the source, who answers for it. */
function smallPrint({view: {result}, dataset, format}: Shown, said: string): string {
  const {owner} = result.target ?? {};
  const parts = [asOfText(result.window, format), dataset.settings.source, owner && format.text.owner(owner)];
  return joined(...parts.filter((part) => part && !said.includes(part)));
}
