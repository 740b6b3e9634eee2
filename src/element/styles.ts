import { colors } from './colors.js';
import { layouts } from './layouts.js';
import { pieces } from './pieces.js';

/** The style sheets of the element: where it stands, what it is made of, and in which colours. */
export const styles = [colors, layouts, pieces];
