<?php
$lang['src'] = 'The address of the policy (src) has to be one on this site, for instance /policies/social-media.json.';
$lang['assets'] = 'The folder assets of the plugin is missing: see docs/hosts.md.';
