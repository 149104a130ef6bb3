<?php
/**
 * Plugin Name:       Policy Elements
 * Description:       Shows your organisation’s policy on a page, and passes on who has read it
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * Text Domain:       policy-elements
 * Domain Path:       /languages
 */

namespace PolicyElements;

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/elements.php';
require __DIR__ . '/endpoint.php';
require __DIR__ . '/languages.php';

add_action( 'init', __NAMESPACE__ . '\\load_texts', 1 );
add_action( 'init', __NAMESPACE__ . '\\register' );
add_action( 'admin_notices', __NAMESPACE__ . '\\notice' );
add_action( 'rest_api_init', __NAMESPACE__ . '\\register_endpoint' );
add_filter( 'rest_authentication_errors', __NAMESPACE__ . '\\ask_to_sign_in_again', 200 );
add_filter( 'load_script_translation_file', __NAMESPACE__ . '\\texts_of_script', 10, 2 );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\as_module', 10, 3 );
