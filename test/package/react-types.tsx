import * as React from 'react';
import { askWellComponent } from 'askwell/react';

// Nothing here runs: `npm run check` compiles it, and each line that expects an error must have one.
const AskWell = askWellComponent(React);
const config = { throttle: { minVisits: 2 } } as const;

export const right = [
  <ask-well product="Acme" userId="u_42" prefill={9} preview config={config} className="ask" slot="footer" />,
  <ask-well
    onaskwell-response={(event) => event.message.score?.toFixed()}
    onaskwell-score={({ score }) => score + 1}
  />,
  <AskWell product="Acme" onaskwell-dismiss={(event) => event.reason} ref={(element) => element?.track('paid')} />,
];

export const wrong = [
  // @ts-expect-error A number is no product.
  <ask-well product={3} />,
  // @ts-expect-error There is no such layout.
  <ask-well layout="middle" />,
  // @ts-expect-error A response carries a message.
  <ask-well onaskwell-response={(event) => event.score} />,
];
