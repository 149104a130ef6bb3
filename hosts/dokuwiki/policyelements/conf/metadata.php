<?php
$meta['server'] = ['string', '_pattern' => '!^(https?://[^\s/]\S*)?$!iD'];
