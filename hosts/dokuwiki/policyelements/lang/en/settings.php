<?php
$lang['server'] = 'Where confirmations go: the address of the server, as this server reaches it, for instance http://127.0.0.1:4180/api/acknowledgements';
