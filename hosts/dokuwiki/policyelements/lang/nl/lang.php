<?php
$lang['src'] = 'Het adres van het beleid (src) moet op deze site zelf staan, bijvoorbeeld /policies/social-media.json.';
$lang['assets'] = 'De map assets van de plug-in ontbreekt: zie docs/hosts.md.';
