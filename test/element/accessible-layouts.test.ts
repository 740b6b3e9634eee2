import { describeAccessible } from './axe.js';

describeAccessible(['modal', 'inline']);
