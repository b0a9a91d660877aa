import { startTransition, StrictMode, useLayoutEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { holdTypedText } from './features/drafts/typed-before-script';

const putBackTypedText = holdTypedText(document);

/** Puts back what was typed before the effects of the page look for it. */
function TakenOver() {
  useLayoutEffect(putBackTypedText, []);
  return <HydratedRouter />;
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TakenOver />
    </StrictMode>,
  );
});
