<?php
$lang['src'] = 'Die Adresse der Richtlinie (src) muss auf dieser Website liegen, zum Beispiel /policies/social-media.json.';
$lang['assets'] = 'Der Ordner assets des Plugins fehlt: siehe docs/hosts.md.';
