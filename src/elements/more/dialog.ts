import type {ExplanationLine} from '../../view/explanation.js';

const styles = `
  dialog {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--kpi-radius, 8px);
    color: var(--_text);
    inline-size: 40em;
    margin: auto;
    max-block-size: calc(100% - 32px);
    max-inline-size: calc(100% - 32px);
    overflow: auto;
    padding: calc(5 * var(--_space));
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.35);
  }
  dialog h2 {
    font-size: 1.143em;
    line-height: 1.3;
    padding-inline-end: 32px;
    unicode-bidi: plaintext;
  }
  dialog .close {
    inset-block-start: calc(3 * var(--_space));
    inset-inline-end: calc(3 * var(--_space));
    min-inline-size: 28px;
    padding: 0;
    position: absolute;
  }
  dl {
    display: grid;
    gap: calc(2.5 * var(--_space)) calc(5 * var(--_space));
    grid-template-columns: fit-content(9em) minmax(0, 1fr);
    margin-block-start: calc(4 * var(--_space));
  }
  dt {
    color: var(--_muted);
  }
  dd {
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  dd p + p {
    margin-block-start: 2px;
  }
  dialog .list {
    margin-block: calc(4 * var(--_space)) calc(2 * var(--_space));
    max-block-size: 60vh;
    overflow: auto;
  }
  dialog table {
    border-spacing: 0;
    inline-size: 100%;
  }
  dialog :is(th, td) {
    border-block-end: 1px solid var(--_border);
    padding-block: 5px;
    padding-inline: 0 12px;
    text-align: start;
    unicode-bidi: plaintext;
  }
  dialog th {
    background: var(--_surface);
    color: var(--_muted);
    font-weight: 600;
    inset-block-start: 0;
    position: sticky;
    white-space: nowrap;
  }
  dialog .figures {
    text-align: right;
    white-space: nowrap;
  }
  .pages {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .pages p {
    flex: 1;
  }
  .pages [aria-disabled='true'] {
    opacity: 0.5;
  }
  dialog[part='records'] {
    inline-size: 60em;
  }
  @media (max-width: 400px) {
    dialog {
      padding: calc(4 * var(--_space));
    }
    dl {
      display: block;
    }
    dd {
      margin-block-end: calc(2.5 * var(--_space));
    }
  }
  @media print {
    dialog {
      inset-block-end: auto;
      max-block-size: none;
      overflow: visible;
      position: absolute;
    }
    dialog .close {
      display: none;
    }
  }
`;

/** Made for the first dialog: a server has none. */
let sheet: CSSStyleSheet | undefined;

/** Opens a dialog over the page. Escape, the button and a click beside it close it; the focus goes back to where it was. */
export function openDialog(
  element: HTMLElement,
  {part, title, subtitle, close}: {readonly part: string; readonly title: string; readonly subtitle: string; readonly close: string},
  ...content: readonly Node[]
): void {
  const root = element.shadowRoot;
  const frame = root?.querySelector('.frame');
  if (!root || !frame) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  const button = node('button', {class: 'close', 'aria-label': close, part: `${part}-close`}, '×');
  const dialog = node(
    'dialog',
    {part, 'aria-labelledby': 'dialog-title'},
    node('h2', {id: 'dialog-title'}, title),
    node('p', {class: 'small'}, subtitle),
    button,
    ...content
  );
  button.addEventListener('click', () => {
    dialog.close();
  });
  dialog.addEventListener('click', (event) => {
    const {left, right, top, bottom} = dialog.getBoundingClientRect();
    const isInside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (event.target === dialog && !isInside) dialog.close();
  });
  // In a shadow root the browser itself remembers no more of the focus than the element.
  const before = root.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
  });
  frame.append(dialog);
  dialog.showModal();
}

/** What is told of a figure, line by line. */
export function linesOf(lines: readonly ExplanationLine[]): HTMLElement {
  return node(
    'dl',
    {},
    ...lines.flatMap(([label, texts]) => [node('dt', {}, label), node('dd', {}, ...texts.map((text) => node('p', {}, text)))])
  );
}

export function node<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
