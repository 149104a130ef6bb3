<?php
$conf['receiver'] = '';
