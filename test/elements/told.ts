/** What the page's author is told while `act` runs: the errors reported to the window, which the test runner would take for its own. */
export async function told(act: () => unknown): Promise<string[]> {
  const report = window.reportError.bind(window);
  const messages: string[] = [];
  window.reportError = (error) => messages.push(String(error));
  await Promise.resolve(act()).finally(() => (window.reportError = report));
  return messages;
}
