import {writeFileSync} from 'node:fs';

/**
 * Both reporters count tests into the file that `TEST_TOTAL` names, as `{passed, failed, skipped}`. What fails without
 * a failing test (a file that does not load, an error outside any test) counts as one failed.
 */
function write(total) {
  if (process.env.TEST_TOTAL) writeFileSync(process.env.TEST_TOTAL, JSON.stringify(total));
}

/** For web-test-runner. */
export function totalReporter() {
  return {
    onTestRunFinished({sessions}) {
      const total = {passed: 0, failed: 0, skipped: 0};
      for (const session of sessions) {
        const before = total.failed;
        count(session.testResults, total);
        if (!session.passed && total.failed === before) total.failed++;
      }
      write(total);
    }
  };
}

function count(suite, total) {
  for (const test of suite?.tests ?? []) total[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const inner of suite?.suites ?? []) count(inner, total);
}

/** For vitest, which wants a reporter as a default export. */
export default class {
  onTestRunEnd(modules, errors) {
    const total = {passed: 0, failed: errors.length, skipped: 0};
    for (const module of modules) {
      const before = total.failed;
      for (const test of module.children.allTests()) total[test.result().state]++;
      if (!module.ok() && total.failed === before) total.failed++;
    }
    write(total);
  }
}
