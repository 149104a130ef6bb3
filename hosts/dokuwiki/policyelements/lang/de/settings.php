<?php
$lang['server'] = 'Wohin Bestätigungen gehen: die Adresse des Servers, wie dieser Server ihn erreicht, zum Beispiel http://127.0.0.1:4180/api/acknowledgements';
