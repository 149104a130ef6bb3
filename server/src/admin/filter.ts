import { keyOf, states } from '../reports/report.js';
import type { KnownText } from '../reports/texts.js';
import { addressOf, isFiltered, reportPath } from './address.js';
import { formatFor } from './format.js';
import { html, type Html } from './html.js';
import { audienceTitle, nameOf, type ReportView } from './report-view.js';
import type { PageMessages } from '../messages/messages.js';

type Option = readonly [value: string, label: string];

function choice(
  name: string,
  label: string,
  options: readonly Option[],
  chosen: string | undefined,
  all?: string,
): Html {
  const option = ([value, words]: Option): Html =>
    html`<option value="${value}" ${value === chosen && html`selected`}>${words}</option>`;
  return html`<p>
    <label for="filter-${name}">${label}</label>
    <select id="filter-${name}" name="${name}">
      ${all !== undefined && option(['', all])} ${options.map(option)}
    </select>
  </p>`;
}

/** A plain form, which works without script; an empty field is no wish. */
export function filterForm(view: ReportView, shown: KnownText, text: PageMessages): Html {
  const { language, query, texts, choices } = view;
  const format = formatFor(language, view.timeZone);
  const titleOf = (id: string): string => audienceTitle(view, shown, id);
  const languages = choices.languages.map((tag): Option => [tag, format.language(tag)]);
  const audiences = choices.audiences.map((id): Option => [id, titleOf(id)]);
  return html`<form class="filter" action="${view.basePath}${reportPath}" role="search" aria-label="${text.filter}">
    <input type="hidden" name="lang" value="${language}" />
    <p class="search">
      <label for="filter-search">${text.search}</label>
      <input
        id="filter-search"
        name="search"
        type="search"
        autocomplete="off"
        maxlength="200"
        value="${query.search ?? ''}"
      />
    </p>
    ${
      texts.length > 1 &&
      choice(
        'text',
        text.policy,
        texts.map((known) => [keyOf(known), nameOf(known, language)]),
        keyOf(shown),
      )
    }
    ${choice(
      'state',
      text.state,
      states.map((state) => [state, text.states[state]]),
      query.state,
      text.all,
    )}
    ${languages.length > 0 && choice('language', text.language, languages, query.language, text.all)}
    ${
      audiences.length > 0 && choice('audience', text.audience, audiences, query.audience, text.all)
    }
    <p class="actions">
      <button>${text.apply}</button>
      ${
        isFiltered(query) &&
        html`<a href="${addressOf(language, { text: keyOf(shown) })}">${text.clear}</a>`
      }
    </p>
  </form>`;
}
