/** The read model in which an account must become visible, and the collection that holds it. */
export const freshView = 'demonstration-accounts';
export const freshCollection = `view.${freshView}`;
