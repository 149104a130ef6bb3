<?php
$lang['receiver'] = 'Waar bevestigingen naartoe gaan: het adres van de ontvanger, zoals deze server die bereikt, bijvoorbeeld http://127.0.0.1:4180/api/acknowledgements';
