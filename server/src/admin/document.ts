import { html, type Html, type Part } from './html.js';
import { nameOfLanguage, pageLanguages, type PageLanguage } from '../messages/labels.js';
import type { PageMessages } from '../messages/messages.js';

export const stylePath = '/acknowledgements.css';
export const iconPath = '/acknowledgements.svg';

export interface DocumentView {
  language: PageLanguage;
  text: PageMessages;
  title: string;
  intro: string;
  /** Where the arrow leads, and what it says. */
  back: { href: string; label: string } | undefined;
  /** A place that belongs with it. */
  onward?: { href: string; label: string } | undefined;
  /** This page in another language. */
  inLanguage: (language: PageLanguage) => string;
  main: Part;
  demo: boolean;
  /** Path of the site under which the pages stand. */
  basePath: string;
  /** Address of the organisation's own style sheet, after ours. */
  stylesheet?: string | undefined;
}

function languageChoice({ language: own, text, inLanguage }: DocumentView): Html {
  const links = pageLanguages.map(
    (language) =>
      html`<li>
        <a
          href="${inLanguage(language)}"
          lang="${language}"
          hreflang="${language}"
          ${language === own && html`aria-current="true"`}
          >${nameOfLanguage(language)}</a
        >
      </li>`,
  );
  return html`<nav class="languages" aria-label="${text.languageChoice}">
    <ul>
      ${links}
    </ul>
  </nav>`;
}

/** A whole page, without script. */
export function renderDocument(view: DocumentView): string {
  const { language, text, title, intro, back, onward, main, demo, basePath, stylesheet } = view;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="${basePath}${iconPath}" />
        <link rel="stylesheet" href="${basePath}${stylePath}" />
        ${stylesheet !== undefined && html`<link rel="stylesheet" href="${stylesheet}" />`}
      </head>
      <body>
        <a class="skip" href="#list">${text.skip}</a>
        <header>
          <div class="bar">
            ${back && html`<a class="back" href="${back.href}">${back.label}</a>`}
            ${onward && html`<a href="${onward.href}">${onward.label}</a>`}
            ${languageChoice(view)}
          </div>
          <h1>${title}</h1>
          <p class="intro">${intro}</p>
        </header>
        <main id="list" tabindex="-1">${main}</main>
        ${demo && html`<footer><p>${text.demo}</p></footer>`}
      </body>
    </html>`.text;
}
