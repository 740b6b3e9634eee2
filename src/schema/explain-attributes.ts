import { unfoldNames } from '../config/inner-names.js';
import { explainConfig as explain } from './explain.js';

/** What is wrong with a configuration of the script tag, whose attributes may have told names that lead further. */
export const explainConfig = (config: unknown): string[] => explain(unfoldNames(config));
