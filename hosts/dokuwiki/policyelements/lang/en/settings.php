<?php
$lang['receiver'] = 'Where confirmations go: the address of the receiver, as this server reaches it, for instance http://127.0.0.1:4180/api/acknowledgements';
