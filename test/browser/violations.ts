/** What a page's content security policy stood in the way of, from its start on. */
const violations: string[] = [];

addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) => {
  violations.push([violatedDirective, blockedURI, sample].join(' '));
});
addEventListener('error', ({message}) => violations.push(message));

declare global {
  interface Window {
    violations?: readonly string[];
  }
}
window.violations = violations;

export {};
