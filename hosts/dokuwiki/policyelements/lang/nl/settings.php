<?php
$lang['server'] = 'Waar bevestigingen naartoe gaan: het adres van de server, zoals deze server die bereikt, bijvoorbeeld http://127.0.0.1:4180/api/acknowledgements';
