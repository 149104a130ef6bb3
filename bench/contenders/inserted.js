/** The least that a page drawn by a script takes: HTML made beforehand, fetched and put in. */
const main = document.querySelector('main');
const response = await fetch(document.body.dataset.policy);
main.innerHTML = await response.text();
