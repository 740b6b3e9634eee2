import { AskWell } from './index.js';

// The second of two copies on one page must neither throw nor take over what the first has registered.
if (!customElements.get('ask-well')) customElements.define('ask-well', AskWell);

export { AskWell };

declare global {
  interface HTMLElementTagNameMap {
    'ask-well': AskWell;
  }
}
