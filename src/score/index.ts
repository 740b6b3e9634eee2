// askwell/score: Net Promoter Scores with their margins. Points run from −100 to 100, variances are in squared points.
export { categorize, type Category } from '../core/category.js';
export { compare, type CompareOptions, type Difference } from './compare.js';
export type { Counts, Interval } from './counts.js';
export { format } from './format.js';
export { compareGroups, type Group, type Groups } from './groups.js';
export type { ChiSquare } from './homogeneity.js';
export type { Kendall } from './kendall.js';
export type { Loop, LoopState } from './loop.js';
export { nps, type Nps, type NpsOptions } from './nps.js';
export type { Method } from './options.js';
export { sampleSizeForChange, sampleSizeForMargin, type ChangePlan, type MarginPlan } from './plan.js';
export type { At } from './periods.js';
export { poststratified, type Stratum } from './poststratified.js';
export { readiness, type Readiness, type ReadinessFacts } from './readiness.js';
export { suppress, type SuppressOptions } from './suppress.js';
export { tally } from './tally.js';
export { trend, type Period, type Trend } from './trend.js';
export { weighted, type WeightedAnswer, type WeightedScore } from './weighted.js';
