// Written by `npm run localize`.
/* global define */
define([], function () {
  return {
    Address: 'Adresse der Richtlinie auf dieser Website',
    Language: 'Sprache',
    LanguageOfPage: 'Wie die Seite',
    Endpoint: 'Wohin Bestätigungen gehen',
    Resource: 'Anwendungs-ID-URI dieser Adresse in Entra ID',
  };
});
