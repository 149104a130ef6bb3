import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { PolicyViewer } from 'policy-elements';
import { Policy } from './Policy.js';
import { policies } from '../../policies.js';

function App() {
  const [lang, setLang] = useState('nl');
  const [shown, setShown] = useState(true);
  const [nth, setNth] = useState(0);
  const [loaded, setLoaded] = useState('');
  const [chosen, setChosen] = useState('');
  const [sent, setSent] = useState('');
  const faq = useRef<PolicyViewer>(null);
  const send = async ({ act, policy }: { act: string; policy: string }) => {
    setSent(`${act} ${policy}`);
    return { recordedAt: '2026-03-01T09:30:00.000Z' };
  };
  return (
    <>
      <button id="french" onClick={() => setLang('fr')} />
      <button id="toggle" onClick={() => setShown(!shown)} />
      <button id="other" onClick={() => setNth(1)} />
      <output id="loaded">{loaded}</output>
      <output id="chosen">{chosen}</output>
      <output id="sent">{sent}</output>
      {shown && <Policy lang={lang} send={send} onTitle={setLoaded} />}
      <policy-viewer
        id="object"
        ref={faq}
        policy={policies[nth]}
        lang={lang}
        hide="acknowledgement search"
        onpolicy-language={(event) => setChosen(event.lang)}
      />
    </>
  );
}

createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// What has to be refused.
export const wrong = [
  // @ts-expect-error: a level is a number or its text.
  <policy-viewer key="1" headingLevel={true} />,
  // @ts-expect-error: there is no such element.
  <policy-nothing key="2" />,
  <policy-faq
    key="3"
    onpolicy-load={(event) => {
      // @ts-expect-error: the event has no such field.
      event.nothing;
    }}
  />,
];
