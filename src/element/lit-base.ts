// The part of Lit that our element is built on: a file of its own, so that the build can leave out the rest.
export { ReactiveElement, unsafeCSS } from 'lit';
