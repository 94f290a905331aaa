/** Begins the lines that a contender writes to the harness; all others are its own log. */
export const answerMark = 'bench: ';
