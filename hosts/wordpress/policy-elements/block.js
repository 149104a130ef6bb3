/** The block "Policy" in the editor; what readers get is written by the server. */
/* global wp */
(() => {
  const { createElement: h } = wp.element;
  const { __ } = wp.i18n;
  const { TextControl, SelectControl, Placeholder } = wp.components;

  const LANGUAGES = [
    { value: '', label: __('As the page', 'policy-elements') },
    { value: 'nl', label: 'Nederlands' },
    { value: 'fr', label: 'Français' },
    { value: 'en', label: 'English' },
    { value: 'de', label: 'Deutsch' },
  ];

  function Edit({ attributes: { src = '', lang = '' }, setAttributes }) {
    return h(
      'div',
      wp.blockEditor.useBlockProps(),
      h(
        Placeholder,
        { icon: 'media-document', label: __('Policy', 'policy-elements'), isColumnLayout: true },
        h(TextControl, {
          label: __('Address of the policy on this site', 'policy-elements'),
          placeholder: '/policies/social-media.json',
          value: src,
          onChange: (value) => setAttributes({ src: value }),
        }),
        h(SelectControl, {
          label: __('Language', 'policy-elements'),
          options: LANGUAGES,
          value: lang,
          onChange: (value) => setAttributes({ lang: value }),
        }),
      ),
    );
  }

  wp.blocks.registerBlockType('policy-elements/viewer', {
    apiVersion: 2,
    title: __('Policy', 'policy-elements'),
    description: __('Shows the policy of your organisation.', 'policy-elements'),
    category: 'widgets',
    icon: 'media-document',
    // By its English name it is found in every language.
    keywords: ['policy'],
    supports: { align: ['wide', 'full'], html: false },
    attributes: {
      src: { type: 'string' },
      lang: { type: 'string' },
      align: { type: 'string' },
    },
    edit: Edit,
    save: () => null,
  });
})();
