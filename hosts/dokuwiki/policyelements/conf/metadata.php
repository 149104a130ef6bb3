<?php
$meta['receiver'] = ['string'];
