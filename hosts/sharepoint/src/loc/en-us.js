// Written by `npm run localize`.
/* global define */
define([], function () {
  return {
    Address: 'Address of the policy on this site',
    Language: 'Language',
    LanguageOfPage: 'As the page',
    Endpoint: 'Where confirmations go',
    Resource: 'Application ID URI of that address in Entra ID',
  };
});
