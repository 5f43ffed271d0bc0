import type {ComplexAttributeConverter} from 'lit';

/** A plain number; anything else is told as the mistake it is when the view is computed. */
export const targetAttribute: ComplexAttributeConverter<number | undefined> = {
  fromAttribute: (text) => (text === null || text.trim() === '' ? undefined : Number(text))
};
