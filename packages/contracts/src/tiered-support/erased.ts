/** Stands where words stood that were erased on request. */
export const erasedWords = '[erased]';

/** Stands where the id of a person stood, likewise. */
export const erasedPerson = 'erased';
