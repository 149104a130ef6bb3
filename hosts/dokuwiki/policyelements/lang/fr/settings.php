<?php
$lang['server'] = 'Où vont les confirmations : l’adresse du serveur, telle que ce serveur l’atteint, par exemple http://127.0.0.1:4180/api/acknowledgements';
