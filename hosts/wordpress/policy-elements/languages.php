<?php
/**
 * The texts in the language of who looks. The files are written by `npm run localize`. One serves all
 * countries: nl_BE has that of nl_NL.
 */

namespace PolicyElements;

defined( 'ABSPATH' ) || exit;

/** The file that ends so; empty where there is none in this language. */
function translated( $end ) {
	list( $language ) = explode( '_', determine_locale() );
	$files = glob( __DIR__ . "/languages/policy-elements-{$language}_*$end" );
	return $files ? $files[0] : '';
}

function load_texts() {
	load_textdomain( 'policy-elements', translated( '.mo' ) );
}

function texts_of_script( $file, $handle ) {
	return 'policy-elements-block' === $handle ? translated( "-$handle.json" ) : $file;
}
