/**
 * What the plugins say to whoever installs them and writes pages. `npm run localize` writes it for each
 * host, in the form that the host has for texts: scripts/localize/hosts.js. What stands in the source of
 * a plugin, as WordPress wants it, is found by its words.
 */
import { msg } from '@lit/localize';

export const texts = () => ({
  about: msg('Shows your organisation’s policy on a page, and passes on who has read it', {
    id: 'host-about',
  }),
  src: msg(
    'The address of the policy (src) has to be one on this site, for instance /policies/social-media.json.',
    { id: 'host-src' },
  ),
  assets: msg('The folder assets of the plugin is missing: see docs/hosts.md.', {
    id: 'host-assets',
  }),
  assetsOfExtension: msg('The folder assets of the extension is missing: see docs/hosts.md.', {
    id: 'host-assets-extension',
  }),
  signIn: msg('Sign in first.', { id: 'host-sign-in' }),
  server: msg(
    'Where confirmations go: the address of the server, as this server reaches it, for instance http://127.0.0.1:4180/api/acknowledgements',
    { id: 'host-server' },
  ),

  // The block of WordPress, the web part of SharePoint.
  title: msg('Policy', { id: 'host-title' }),
  description: msg('Shows the policy of your organisation.', { id: 'host-description' }),
  group: msg('Advanced', { id: 'host-group' }),
  address: msg('Address of the policy on this site', { id: 'host-address' }),
  language: msg('Language', { id: 'host-language' }),
  languageOfPage: msg('As the page', { id: 'host-language-page' }),
  endpoint: msg('Where confirmations go', { id: 'host-endpoint' }),
  resource: msg('Application ID URI of that address in Entra ID', { id: 'host-resource' }),
});
