/** What shops and ledgers call an order that is completed. */
export const completed = {status: ['completed', 'complete', 'fulfilled', 'delivered', 'shipped', 'invoiced', 'paid', 'activated']};
