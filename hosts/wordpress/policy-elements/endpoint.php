<?php
/**
 * The endpoint of confirmations. WordPress knows who is signed in; the server keeps the records.
 * This passes them on, with the name of the person, from server to server.
 */

namespace PolicyElements;

defined( 'ABSPATH' ) || exit;

const ROUTE       = 'policy-elements/v1/acknowledgements';
const MOST_BYTES  = 65536;
const TIME_TO_ACT = 10;

/** The server's address, from wp-config.php; null where nobody named one. */
function server() {
	return defined( 'POLICY_ELEMENTS_SERVER' ) ? POLICY_ELEMENTS_SERVER : null;
}

function register_endpoint() {
	list( $vendor, $version, $path ) = explode( '/', ROUTE );
	register_rest_route(
		"$vendor/$version",
		"/$path",
		array(
			'methods'             => 'GET, POST',
			'callback'            => __NAMESPACE__ . '\\pass_on',
			'permission_callback' => __NAMESPACE__ . '\\is_signed_in',
		)
	);
}

/** WordPress takes a request without its nonce for one of nobody: that is its guard against forgery. */
function is_signed_in() {
	return is_user_logged_in() ? true : new \WP_Error( 'not-signed-in', __( 'Sign in first.', 'policy-elements' ), array( 'status' => 401 ) );
}

/** A nonce that has grown old is no refusal: who signs in again may send the same record. */
function ask_to_sign_in_again( $result ) {
	$route = isset( $GLOBALS['wp']->query_vars['rest_route'] ) ? $GLOBALS['wp']->query_vars['rest_route'] : '';
	if ( is_wp_error( $result ) && 'rest_cookie_invalid_nonce' === $result->get_error_code() && '/' . ROUTE === $route ) {
		return new \WP_Error( 'not-signed-in', $result->get_error_message(), array( 'status' => 401 ) );
	}
	return $result;
}

function pass_on( \WP_REST_Request $request ) {
	$body = $request->get_body();
	if ( strlen( $body ) > MOST_BYTES ) {
		return problem( 413, 'too-large' );
	}
	if ( ! server() ) {
		return problem( 503, 'no-server' );
	}
	$answer = wp_remote_request(
		add_query_arg( array_filter( array( 'policy' => rawurlencode( (string) $request->get_param( 'policy' ) ) ) ), server() ),
		array(
			'method'      => $request->get_method(),
			'headers'     => headers_for( $request, wp_get_current_user() ),
			'body'        => 'POST' === $request->get_method() ? $body : null,
			'timeout'     => TIME_TO_ACT,
			'redirection' => 0,
		)
	);
	if ( is_wp_error( $answer ) ) {
		note( $answer->get_error_message() );
		// No answer: the element keeps the record, and tries again.
		return problem( 503, 'server-unreachable' );
	}
	if ( 404 === wp_remote_retrieve_response_code( $answer ) ) {
		note( '404, not an address of confirmations' );
	}
	return answered( $answer );
}

/** For who gave the address: readers cannot tell what is wrong with it. */
function note( $problem ) {
	error_log( one_line( sprintf( 'Policy Elements: the server at %s: %s', server(), $problem ) ) );
}

/**
 * Who it is says WordPress alone; what the browser says of it is not passed on. Whose answer it was
 * is, so that the server refuses one that somebody else left in this browser.
 */
function headers_for( \WP_REST_Request $request, \WP_User $user ) {
	$person = apply_filters(
		'policy_elements_person',
		array(
			'id'   => $user->user_login,
			'name' => $user->display_name,
		),
		$user
	);
	return array_filter(
		array(
			'Content-Type'     => 'POST' === $request->get_method() ? 'application/json' : '',
			'Idempotency-Key'  => one_line( (string) $request->get_header( 'idempotency-key' ) ),
			'Acknowledgement-Reader' => one_line( (string) $request->get_header( 'acknowledgement-reader' ) ),
			'X-Remote-User'    => one_word( $person['id'] ),
			'X-Remote-Name'    => one_line( $person['name'] ),
		),
		'strlen'
	);
}

function one_line( $text ) {
	return trim( preg_replace( '/[\x00-\x1f\x7f]+/', ' ', $text ) );
}

/** An id in one word: the server would take a comma for a list of two. */
function one_word( $text ) {
	return str_replace( array( '%', ' ', ',', ';' ), array( '%25', '%20', '%2C', '%3B' ), one_line( $text ) );
}

function answered( $answer ) {
	$response = new \WP_REST_Response(
		json_decode( wp_remote_retrieve_body( $answer ), true ),
		wp_remote_retrieve_response_code( $answer )
	);
	$wait = wp_remote_retrieve_header( $answer, 'retry-after' );
	if ( is_string( $wait ) && '' !== $wait ) {
		$response->header( 'Retry-After', $wait );
	}
	$response->header( 'Cache-Control', 'no-store' );
	return $response;
}

function problem( $status, $error ) {
	return new \WP_REST_Response(
		array(
			'status' => $status,
			'error'  => $error,
		),
		$status
	);
}
