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

/** Opens an explanation over the page. Escape, the button and a click beside it close it; the focus goes back to where it was. */
export function openDialog(
  element: HTMLElement,
  {
    title,
    subtitle,
    close,
    lines
  }: {readonly title: string; readonly subtitle: string; readonly close: string; readonly lines: readonly ExplanationLine[]}
): void {
  const root = element.shadowRoot;
  const frame = root?.querySelector('.frame');
  if (!root || !frame) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  const button = node('button', {class: 'close', 'aria-label': close, part: 'explanation-close'}, '×');
  const dialog = node(
    'dialog',
    {part: 'explanation', 'aria-labelledby': 'explanation-title'},
    node('h2', {id: 'explanation-title'}, title),
    node('p', {class: 'small'}, subtitle),
    button,
    node(
      'dl',
      {},
      ...lines.flatMap(([label, texts]) => [node('dt', {}, label), node('dd', {}, ...texts.map((text) => node('p', {}, text)))])
    )
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

function node<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
