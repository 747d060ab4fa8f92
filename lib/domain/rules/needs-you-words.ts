/** "1 needs you", "2 need you"; `counted` stands in for the number where more than one thing is counted: "1 order, 2 sales". */
export const needsYouWords = (count: number, counted = count.toLocaleString('en')): string => `${counted} ${count === 1 ? 'needs' : 'need'} you`;
