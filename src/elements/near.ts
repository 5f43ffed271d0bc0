const waiting = new WeakMap<Element, (isNear: boolean) => boolean>();
let observer: IntersectionObserver | undefined;

/**
 * Tells, once the page is laid out, whether the element is within half a screen of what is seen; told again when that changes until the answer is true.
 * One observer for all elements, which holds none of them.
 */
export function whetherNear(element: Element, tell: (isNear: boolean) => boolean): void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const {target, isIntersecting} of entries)
        if (!target.isConnected || waiting.get(target)?.(isIntersecting)) observer?.unobserve(target);
    },
    {rootMargin: '50%'}
  );
  waiting.set(element, tell);
  observer.observe(element);
}
