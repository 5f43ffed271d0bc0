/** What few readers need, in a file that loads when one does: the explanation and the exports. */
import {explainingIn} from '../../locales/formulas.js';
import {csvOf} from '../../view/csv.js';
import {joined} from '../../view/heading.js';
import type {MenuItem} from '../menu.js';
import type {PictureOptions, Shown} from '../shown.js';
import {colourOf} from './colours.js';
import {linesOf, openDialog} from './dialog.js';
import {download, fileName} from './download.js';
import {marksIn} from './marks.js';
import type {Picture} from './picture.js';
import {pngOf} from './png.js';
import {hasRecords, openRecords} from './records.js';
import {onStage} from './stage.js';
import {svgOf} from './svg.js';

/** Drawn at once from the nodes as they are. @throws RangeError for a size that is none */
function pictureOf(shown: Shown, options: PictureOptions): Picture {
  const {width = 1280, height = 720, scale = 2, background = 'surface'} = options;
  for (const size of [width, height, scale]) if (!(size > 0 && size < 1e5)) throw new RangeError(`not a size: ${size}`);
  return onStage(shown, options, (frame, room) => {
    const ground = colourOf(getComputedStyle(frame).backgroundColor);
    frame.style.setProperty('background', 'none');
    return {
      title: titleOf(shown),
      width,
      height,
      room,
      background: background === 'none' ? undefined : ground,
      marks: marksIn(frame)
    };
  });
}

function titleOf({view: {heading, subtitle}}: Shown): string {
  return joined(heading, subtitle);
}

export function toSVG(shown: Shown, options: PictureOptions = {}): string {
  return svgOf(pictureOf(shown, options));
}

export function toPNG(shown: Shown, options: PictureOptions = {}): Promise<Blob> {
  return pngOf(pictureOf(shown, options), options.scale ?? 2);
}

export function toCSV({view, format}: Shown): string {
  return csvOf(view.table, format);
}

/** The image is promised at once, as browsers want it while they still see what the reader did. */
export function copyImage(shown: Shown): Promise<void> {
  return navigator.clipboard.write([new ClipboardItem({'image/png': toPNG(shown)})]);
}

/** What the menu offers beside the table, in the language of the element. */
export async function menuItems(shown: Shown): Promise<readonly MenuItem[]> {
  const explaining = await explainingIn(shown.format.language);
  const {words} = explaining;
  const {element, figures, view, dataset, query, format} = shown;
  const save = (extension: string, type: string, content: () => Blob | string | Promise<Blob>): MenuItem => ({
    name: extension,
    label: words.download(extension.toUpperCase()),
    act: () =>
      answer(async () => {
        download(fileName(titleOf(shown).replace(/ · /g, ', '), extension), await content(), type);
      }, words.failed)
  });
  return [
    {
      name: 'explanation',
      label: words.explain,
      isView: true,
      act: () =>
        answer(() => {
          const {kpi} = query;
          const explanation = kpi ? figures.explainWith(explaining, dataset, {...query, kpi}) : undefined;
          openDialog(
            element,
            {part: 'explanation', title: words.explain, subtitle: titleOf(shown), close: words.close},
            linesOf(figures.explanationLines({...shown, ...view, explanation}, words, format))
          );
        }, words.failed)
    },
    ...(hasRecords(shown)
      ? [
          {
            name: 'records',
            label: words.records,
            isView: true,
            act: () =>
              answer(() => {
                openRecords(shown, titleOf(shown), words);
              }, words.failed)
          }
        ]
      : []),
    save('png', 'image/png', () => toPNG(shown)),
    save('svg', 'image/svg+xml', () => toSVG(shown)),
    save('csv', 'text/csv;charset=utf-8', () => toCSV(shown)),
    {
      name: 'copy',
      label: words.copy,
      act: async () => (await answer(() => copyImage(shown), words.notCopied)) ?? words.copied
    }
  ];
}

/** Nothing when it worked; else what to tell the reader, the cause being told to the page's author. */
async function answer(act: () => unknown, failed: string): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    console.warn(error);
    return failed;
  }
}
