/** A policy as HTML, for the page made beforehand and the one written by hand. */
const escape = (text) =>
  String(text).replace(
    /[&<>"]/g,
    (each) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[each]};`,
  );

/** @param markdown Markdown → HTML that is safe. */
export function markupOf(model, markdown) {
  const { labels } = model;
  const items = {
    guidelines: (item) => `<li class="card" id="${item.id}"><p class="kind">${labels[item.kind]}</p>
      <h3>${escape(item.title)}</h3><div class="prose">${markdown(item.body)}</div>
      <div class="aside"><b>${labels.why}</b> ${markdown(item.why)}</div>
      ${item.example ? `<figure><figcaption>${labels.example}</figcaption><blockquote>${markdown(item.example)}</blockquote></figure>` : ''}</li>`,
    profiles: (
      item,
    ) => `<li class="profile" id="${item.id}"><p><a href="${escape(item.url)}">${escape(item.name)}</a></p>
      <p class="muted">${escape(item.platform)} ${escape(item.handle)}</p><p>${escape(item.purpose)}</p></li>`,
    faq: (
      item,
    ) => `<details id="${item.id}" class="entry"><summary><h3>${escape(item.question)}</h3></summary>
      <div class="prose">${markdown(item.answer)}</div></details>`,
  };
  const section = ({
    id,
    type,
    title,
    intro,
    body,
    items: list,
  }) => `<section id="${id}"><h2>${escape(title)}</h2>
    ${intro ? `<div class="prose">${markdown(intro)}</div>` : ''}${body ? `<div class="prose">${markdown(body)}</div>` : ''}
    ${type === 'faq' ? `<p><label>${labels.find} <input class="find" type="search"></label></p>` : ''}
    ${type === 'faq' ? list.map(items.faq).join('') : list.length ? `<ul class="${type}">${list.map(items[type]).join('')}</ul>` : ''}</section>`;
  return `<header><p class="languages">${model.languages.map((lang) => `<button type="button" data-lang="${lang}">${lang}</button>`).join(' ')}</p>
    <h1>${escape(model.title)}</h1><div class="prose">${markdown(model.summary)}</div></header>
    <nav><ol>${model.sections.map(({ id, title }) => `<li><a href="#${id}">${escape(title)}</a></li>`).join('')}</ol></nav>
    ${model.sections.map(section).join('')}
    <form><div class="prose">${markdown(model.statement)}</div><label><input type="checkbox" required> ${labels.agree}</label> <button>${labels.send}</button></form>`;
}
