const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Calls back once the element is within half a screen of what is seen: one observer for all elements, which holds none of them. */
export function whenNear(element: Element, callback: () => void): void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const {target, isIntersecting} of entries)
        if (isIntersecting) {
          observer?.unobserve(target);
          waiting.get(target)?.();
        }
    },
    {rootMargin: '50%'}
  );
  waiting.set(element, callback);
  observer.observe(element);
}
