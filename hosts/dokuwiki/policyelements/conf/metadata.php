<?php
$meta['receiver'] = ['string', '_pattern' => '!^(https?://[^\s/]\S*)?$!iD'];
