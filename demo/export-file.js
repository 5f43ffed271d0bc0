// Reads a file of the reader's own. Nothing leaves the page: the bytes become text here, and an element reads the text.

const mostBytes = 200e6;

/** The text of a file and the encoding it was in, or the problem that it is no text. */
export async function textOf(file) {
  if (file.size > mostBytes) return {problem: {code: 'too-large'}};
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return {problem: {code: 'not-a-file'}};
  }
  const [first, second] = bytes;
  // A workbook is a zip or an old compound file, never text.
  if ((first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf)) return {problem: {code: 'workbook'}};
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  if (marked) return {text: new TextDecoder(marked).decode(bytes), encoding: marked};
  // Text holds no zeros; a PDF may, but begins like a text. The first bytes tell.
  const start = bytes.subarray(0, 1000);
  if (start.includes(0) || new TextDecoder().decode(start.subarray(0, 5)) === '%PDF-') return {problem: {code: 'not-text'}};
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), encoding: 'utf-8'};
  } catch {
    // What Excel writes on Western Windows, in which no byte is wrong.
    return {text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252'};
  }
}

/** What a row of the file most likely is, by the file's name; where that does not say, its headers may. The reader sees it and can change it. */
export function tableOf({name}) {
  if (/deal|opportunit|pipeline|aff[äa]r/i.test(name)) return 'deals';
  return /lead/i.test(name) ? 'leads' : /order|invoice|faktur/i.test(name) ? 'orders' : undefined;
}

/** The records in a text as an element reads them, with the date of the latest; or the problem that stood in the way. */
export async function recordsOf(text, {table, dateFormat, decimal, assumeZone}) {
  const reader = document.createElement('kpi-card');
  Object.assign(reader, {hidden: true, data: text, table, dateFormat, decimal, assumeZone});
  try {
    return await new Promise((resolve) => {
      reader.addEventListener('kpi-load', ({detail}) => {
        const {records} = reader;
        const timed = records.issues.find(({reason}) => reason === 'date-without-zone');
        if (timed) resolve({problem: {code: timed.reason, setting: 'assume-zone', column: timed.column, seen: [timed.value]}});
        else resolve({records, latest: detail.latest});
      });
      reader.addEventListener('kpi-error', ({detail}) => resolve({problem: detail.problem}));
      document.body.append(reader);
    });
  } finally {
    reader.remove();
  }
}

/** Hands over the file picked with the button or dropped anywhere on the page. */
export function onFile(open) {
  const [button, input, overlay] = ['open', 'file', 'drop'].map((id) => document.getElementById(id));
  const hasFiles = ({dataTransfer}) => dataTransfer?.types.includes('Files');
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const [file] = input.files;
    if (file) open(file, 1);
    // So that picking the same file again is a change too.
    input.value = '';
  });
  document.addEventListener('dragenter', (event) => {
    if (hasFiles(event)) overlay.hidden = false;
  });
  document.addEventListener('dragover', (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) overlay.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    overlay.hidden = true;
    const {files} = event.dataTransfer;
    if (files.length > 0) open(files[0], files.length);
  });
}
