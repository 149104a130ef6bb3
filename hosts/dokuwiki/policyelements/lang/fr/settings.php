<?php
$lang['receiver'] = 'Où vont les confirmations : l’adresse du récepteur, telle que ce serveur l’atteint, par exemple http://127.0.0.1:4180/api/acknowledgements';
