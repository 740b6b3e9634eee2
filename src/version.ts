/** The release, as in package.json; it stands in every message. */
export const VERSION = '0.1.0';
