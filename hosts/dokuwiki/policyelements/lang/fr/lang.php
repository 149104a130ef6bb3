<?php
$lang['src'] = 'L’adresse de la charte (src) doit se trouver sur ce site, par exemple /policies/social-media.json.';
$lang['assets'] = 'Le dossier assets de l’extension manque : voir docs/hosts.md.';
