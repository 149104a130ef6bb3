<?php
$conf['server'] = '';
