/** Hands the reader a file. */
export function download(name: string, content: Blob | string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], {type}));
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** `Win rate, Q4 2026.csv`: what no file system minds. */
export function fileName(title: string, extension: string): string {
  const name = title
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return `${name || 'kpi'}.${extension}`;
}
