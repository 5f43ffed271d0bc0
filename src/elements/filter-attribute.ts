import type {ComplexAttributeConverter} from 'lit';
import type {Filter} from '../kpi/query.js';

/** `region=North;product=A,B` -> {region: ['North'], product: ['A', 'B']}. */
export const filterAttribute: ComplexAttributeConverter<Filter | undefined> = {
  fromAttribute(text) {
    const pairs = (text ?? '').split(';').filter((part) => part.trim() !== '');
    return pairs.length === 0
      ? undefined
      : Object.fromEntries(
          pairs.map((pair) => {
            const at = pair.indexOf('=');
            return [
              pair.slice(0, at < 0 ? undefined : at).trim(),
              at < 0
                ? []
                : pair
                    .slice(at + 1)
                    .split(',')
                    .map((value) => value.trim())
            ];
          })
        );
  }
};
