/** Marks style sheet text for editors and for the build, which takes white space out of it. Not Lit's `css`: the script tag has no use for the rest of it. */
export const css = String.raw;
