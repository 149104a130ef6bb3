// Written by `npm run localize`.
/* global define */
define([], function () {
  return {
    Address: 'Adres van het beleid op deze site',
    Language: 'Taal',
    LanguageOfPage: 'Zoals de pagina',
    Endpoint: 'Waar bevestigingen naartoe gaan',
    Resource: 'URI voor toepassings-id van dat adres in Entra ID',
  };
});
