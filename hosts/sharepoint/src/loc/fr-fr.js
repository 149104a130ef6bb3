// Written by `npm run localize`.
/* global define */
define([], function () {
  return {
    Address: 'Adresse de la charte sur ce site',
    Language: 'Langue',
    LanguageOfPage: 'Comme la page',
    Endpoint: 'Où vont les confirmations',
    Resource: 'URI d’ID d’application de cette adresse dans Entra ID',
  };
});
