import { explainProblem, type Problem } from '../problems';
import type { ProblemView } from './views';

/** A problem in the merchant's words, with what helps. */
export const problemView = (problem: Problem): ProblemView => ({ code: problem.code, ...explainProblem(problem) });
